import { countItems } from '../survey/codebook.ts'
import { questionsOf } from '../survey/questions.ts'
import { versionId } from '../survey/version.ts'
import { readSurvey } from './read-survey.ts'
import { misused, type Told } from './told.ts'

/** `proforma check SURVEY.json`: whether it opens, through the same door as where it is filled in. */
export const checkCommand = async ([path, ...more]: readonly string[]): Promise<Told> => {
  if (path === undefined || more.length > 0) return misused('check needs one file: the survey.')
  const survey = await readSurvey(path)
  if (!survey.ok) return survey
  const { definition } = survey
  const questions = questionsOf(definition).length
  const items = countItems(definition)
  const version = versionId(definition)
  return { ok: true, text: `${path}: opens. Questions: ${questions}. Items: ${items}. Version: ${version}.\n` }
}
