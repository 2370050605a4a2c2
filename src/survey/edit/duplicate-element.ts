import type { Definition, Element, Question } from '../definition.ts'
import { innerOf } from '../inner-elements.ts'
import { mapElement } from '../map-elements.ts'
import { putNew } from './add-question.ts'
import { withSettings } from './edit-question.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { freeId, takenNames } from './fresh-name.ts'
import { findElement } from './locate.ts'
import { named } from './named-in-words.ts'
import { repointElement } from './repoint.ts'
import { limits } from '../limits.ts'

/**
 * Puts a copy of a question, or of a panel with all in it, right after it. The copy has names of its own, and rules
 * inside it look at the copy. `at` of the result is the copy.
 */
export const duplicateElement = (definition: Definition, name: string): Edited => {
  const element = findElement(definition, name)
  if (element === undefined) return gone()
  const taken = takenNames(definition)
  const renames = new Map<string, string>()
  mapElement(element, (one) => {
    const fresh = freeId(roomForCount(one.name), '', taken)
    taken.add(fresh.toLowerCase())
    renames.set(one.name, fresh)
    return one
  })
  const copy = mapElement(repointElement(element, renames), (one) =>
    // There is one consent; what was taken off a list stays with the question that had it.
    one.type === 'panel' ? one : withSettings(one, { consent: undefined, kept: undefined }),
  )
  if (hasLongRule(copy)) return refused('A rule in the copy would be too long. Make it shorter first.')
  const put = putNew(definition, { after: name }, [copy], questionsOfElement(copy))
  return 'ok' in put ? put : done(put, `Duplicated ${named(element)}`, { at: copy.name })
}

/** `other1_need_3` is copied as `other1_need_4`, and a name at its full length still has room for a count. */
const roomForCount = (name: string): string => name.replace(/_\d{1,2}$/, '').slice(0, 58)

const hasLongRule = (element: Element): boolean =>
  (element.visibleIf ?? '').length > limits.ruleLength || innerOf(element).some(hasLongRule)

const questionsOfElement = (element: Element): readonly Question[] =>
  element.type === 'panel'
    ? element.elements.flatMap(questionsOfElement)
    : [element, ...innerOf(element).flatMap(questionsOfElement)]
