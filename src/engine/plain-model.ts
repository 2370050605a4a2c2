import { Model } from 'survey-core'
import type { Definition } from '../survey/definition.ts'

/** A definition as any other program opens it that reads SurveyJS JSON: with survey-core's own settings, and none of ours. */
export const plainModel = (definition: Definition, language: string): Model => {
  const model = new Model(definition)
  if (language !== 'default') model.locale = language
  return model
}
