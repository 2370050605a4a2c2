import { Model, settings } from 'survey-core'
import type { Definition } from '../survey/definition.ts'
import type { Answers } from '../response/answers.ts'
import { surveyJson } from './survey-json.ts'

// A page is there at once: pages that slide in are drawn late, and focus would go to the one that leaves.
settings.animationEnabled = false

/** A definition opened as survey-core's model. Costs 24 to 32 ms for 50 questions. */
export const openModel = (definition: Definition): Model => new Model(surveyJson(definition))

/** Puts answers into a model. A copy: survey-core keeps and changes what it is given. */
export const putAnswers = (model: Model, answers: Answers): void => {
  model.data = JSON.parse(JSON.stringify(answers))
}
