import type { Definition } from '../../survey/definition.ts'
import { findElement, findPage } from '../../survey/edit/locate.ts'
import { groupAround } from '../../survey/inner-elements.ts'
import type { Spot } from '../../survey/edit/spot.ts'

/**
 * Where something new goes: under the chosen question, at the end of the chosen section, or else at the end of all. What
 * can't stand in a repeated group goes under the group.
 */
export const spotAfter = (definition: Definition, chosen: string | null, fitsInGroup = true): Spot => {
  const group = chosen === null || fitsInGroup ? null : groupAround(definition, chosen)
  if (group !== null) return { after: group.name }
  if (chosen !== null && findElement(definition, chosen) !== undefined) return { after: chosen }
  if (chosen !== null && findPage(definition, chosen) !== undefined) return { atEndOf: chosen }
  return { atEndOf: definition.pages.at(-1)?.name ?? '' }
}

/** The same in words. */
export const spotInWords = (definition: Definition, chosen: string | null): string => {
  if (chosen !== null && groupAround(definition, chosen) !== null) return 'under the chosen question, in its group'
  if (chosen !== null && findElement(definition, chosen) !== undefined) return 'under the chosen question'
  return chosen !== null && findPage(definition, chosen) !== undefined
    ? 'at the end of the chosen section'
    : 'at the end'
}
