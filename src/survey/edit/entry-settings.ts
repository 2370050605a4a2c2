import type { Definition } from '../definition.ts'
import { entryRange } from '../entry-definition.ts'
import { limits } from '../limits.ts'
import { editQuestion, withMembers } from './edit-question.ts'
import { type Edited, refused } from './edited.ts'
import { named } from './named-in-words.ts'

/** Sets how few and how many entries a repeated group can have; null for none at least, and as many as there can be. */
export const setEntryRange = (
  definition: Definition,
  name: string,
  { least, most }: { readonly least: number | null; readonly most: number | null },
): Edited =>
  editQuestion(
    definition,
    name,
    (group) => {
      if (group.type !== 'paneldynamic') return refused('Only a repeated group has entries.')
      const whole = [least ?? 0, most ?? 1].every((count) => Number.isInteger(count) && count >= 0)
      if (!whole || most === 0 || (least ?? 0) > limits.entries || (most ?? 0) > limits.entries) {
        return refused(`This must be a whole number up to ${limits.entries}.`)
      }
      const changed = withMembers(group, { minPanelCount: least ?? undefined, maxPanelCount: most ?? undefined })
      const range = entryRange(changed)
      return range.least > range.most ? refused('The least is more than the most.') : changed
    },
    (group) => `Changed how many entries ${named(group)} can have`,
  )
