import { Model, PageModel, settings } from 'survey-core'
import type { Definition } from '../survey/definition.ts'
import type { Answers } from '../response/answers.ts'
import { surveyJson } from './survey-json.ts'

// A page is there at once: pages that slide in are drawn late, and focus would go to the one that leaves.
settings.animationEnabled = false

/** A definition opened as survey-core's model. Costs 24 to 32 ms for 50 questions. */
export const openModel = (definition: Definition): Model => new Model(surveyJson(definition))

/**
 * The same a page at a time, for who has to let others in between: of 300 questions at once it is a task of 200 ms.
 * Goes through survey-core's own steps in their order.
 */
export function* openModelByPages(definition: Definition): Generator<undefined, Model> {
  const { pages, ...rest } = surveyJson(definition)
  const model = new Model({ ...rest, pages: [] })
  model.startLoadingFromJson()
  for (const json of pages) {
    const page = new PageModel()
    model.pages.push(page)
    page.fromJSON(json)
    yield
  }
  model.endLoadingFromJson()
  yield
  return model
}

/** Puts answers into a model. A copy: survey-core keeps and changes what it is given. */
export const putAnswers = (model: Model, answers: Answers): void => {
  model.data = JSON.parse(JSON.stringify(answers))
}
