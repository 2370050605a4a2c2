import type { Definition } from '../../survey/definition.ts'
import { findElement, findPage } from '../../survey/edit/locate.ts'
import type { Spot } from '../../survey/edit/spot.ts'

/** Where something new goes: under the chosen question, at the end of the chosen section, or else at the end of all. */
export const spotAfter = (definition: Definition, chosen: string | null): Spot => {
  if (chosen !== null && findElement(definition, chosen) !== undefined) return { after: chosen }
  if (chosen !== null && findPage(definition, chosen) !== undefined) return { atEndOf: chosen }
  return { atEndOf: definition.pages.at(-1)?.name ?? '' }
}

/** The same in words. */
export const spotInWords = (definition: Definition, chosen: string | null): string => {
  if (chosen !== null && findElement(definition, chosen) !== undefined) return 'under the chosen question'
  return chosen !== null && findPage(definition, chosen) !== undefined
    ? 'at the end of the chosen section'
    : 'at the end'
}
