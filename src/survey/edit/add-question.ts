import { countItems, itemsOfQuestion } from '../codebook.ts'
import type { Definition, Element, GroupQuestion, Question } from '../definition.ts'
import { limits } from '../limits.ts'
import { askedOnlyWithConsent } from './consent-gate.ts'
import { done, type Edited, refused, type Refused } from './edited.ts'
import { freshName, takenNames } from './fresh-name.ts'
import { quoted } from './named-in-words.ts'
import { newQuestion, type StartKind } from './new-question.ts'
import { tooLong } from './set-text.ts'
import { putAt, type Spot } from './spot.ts'

/**
 * Adds a question of a kind at a spot. Its id comes from the wording: `Where do you live?` is `where_do_you_live`.
 * `at` of the result is that id.
 */
export const addQuestion = (definition: Definition, kind: StartKind, spot: Spot, title = ''): Edited => {
  const long = tooLong(title)
  if (long !== null) return long
  const taken = takenNames(definition)
  const name = freshName(taken, title, 'question')
  const bare = newQuestion(kind, name, title.toWellFormed())
  const question = bare.type === 'paneldynamic' ? withFirstName(bare, taken) : bare
  const put = putNew(definition, spot, [question], [question, ...questionsInside(question)])
  return 'ok' in put ? put : done(put, title === '' ? 'Added a question' : `Added ${quoted(title)}`, { at: name })
}

/** A new group asks for a name, by which its entries are spoken of. */
const withFirstName = (group: GroupQuestion, taken: ReadonlySet<string>): GroupQuestion => {
  const name = freshName(new Set([...taken, group.name]), 'first name', 'question')
  return { ...group, templateElements: [newQuestion('short-text', name, 'First name')] }
}

const questionsInside = (question: Question): readonly Question[] =>
  question.type === 'paneldynamic' ? question.templateElements : []

/** Puts in new elements within the limit of items, and behind the consent where they stand after it. */
export const putNew = (
  definition: Definition,
  spot: Spot,
  elements: readonly Element[],
  questions: readonly Question[],
): Definition | Refused => {
  const count = countItems(definition) + questions.reduce((sum, one) => sum + itemsOfQuestion(one).length, 0)
  if (count > limits.items) return refused(`A survey can have ${limits.items} questions and rows at most.`)
  const put = putAt(definition, spot, elements)
  return 'ok' in put ? put : elements.reduce((all, { name }) => askedOnlyWithConsent(all, name), put)
}
