import type { Model, Question } from 'survey-core'
import type { Answers } from '../response/answers.ts'
import { asGroup, keepAskedEntries } from './asked-entries.ts'
import { putAnswers } from './open-model.ts'

/** Whether a question is put to the respondent as things stand: it, its panels and its page are all shown. */
export const isAsked = (question: Question): boolean =>
  (question.page?.isVisible ?? false) && question.isParentVisible && question.isVisible

/**
 * What of all that was ever typed still counts: the answers to questions that are asked. A hidden answer must not
 * speak in later rules, so the first hidden one is dropped, in order, and the rules run again, until none is hidden.
 * Rules look back only, so all before the dropped one is settled. Leaves the model holding the result.
 */
export const keepAsked = (model: Model, typed: Answers): Answers => {
  let answers = typed
  putAnswers(model, answers)
  const questions = model.getAllQuestions()
  for (let from = 0; from < questions.length; from += 1) {
    const question = questions[from]
    if (question === undefined || !Object.hasOwn(answers, question.name)) continue
    if (isAsked(question)) {
      answers = withAskedEntries(model, question, answers)
      continue
    }
    const { [question.name]: _, ...rest } = answers
    answers = rest
    putAnswers(model, answers)
  }
  return answers
}

const withAskedEntries = (model: Model, question: Question, answers: Answers): Answers => {
  const group = asGroup(question)
  const typed = answers[question.name]
  if (group === null || typed === undefined) return answers
  const entries = keepAskedEntries(group, typed, (kept) => putAnswers(model, { ...answers, [question.name]: kept }))
  return { ...answers, [question.name]: entries }
}
