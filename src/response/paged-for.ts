import type { Definition } from '../survey/definition.ts'
import { oneAPage } from '../survey/one-a-page.ts'
import { severalAPage } from '../survey/several-a-page.ts'
import type { WayIn } from './revision.ts'

/** A survey in the pages that one way in shows: families and links get one question at a time, others a section. */
export const pagedFor = (definition: Definition, way: WayIn): Definition => {
  switch (way) {
    case 'family':
    case 'link':
      return oneAPage(definition)
    case 'interviewer':
    case 'paper':
      return severalAPage(definition)
    default:
      return way satisfies never
  }
}
