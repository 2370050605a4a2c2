import type { Definition, Question } from '../definition.ts'
import type { Proposed } from '../paste/proposed.ts'
import { questionOfProposed } from '../paste/question-of-proposed.ts'
import { putNew } from './add-question.ts'
import { done, type Edited, refused } from './edited.ts'
import { takenNames } from './fresh-name.ts'
import type { Spot } from './spot.ts'

/** Adds questions that were read from pasted text, in their order, at a spot. `at` of the result is the first of them. */
export const addPasted = (definition: Definition, proposed: readonly Proposed[], spot: Spot): Edited => {
  const questions = questionsOfProposed(proposed, takenNames(definition))
  const [first] = questions
  if (first === undefined) return refused('There is no question to add.')
  const put = putNew(definition, spot, questions, questions)
  const did = questions.length === 1 ? 'Added 1 question' : `Added ${questions.length} questions`
  return 'ok' in put ? put : done(put, did, { at: first.name })
}

/** Proposed questions as they go into a survey, each with a name that nothing has. */
export const questionsOfProposed = (
  proposed: readonly Proposed[],
  takenAlready: ReadonlySet<string>,
): readonly Question[] => {
  const taken = new Set(takenAlready)
  return proposed.map((one) => {
    const question = questionOfProposed(one, taken)
    taken.add(question.name.toLowerCase())
    return question
  })
}
