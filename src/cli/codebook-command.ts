import { codebookText } from '../export/codebook-text.ts'
import { codebook } from '../survey/codebook.ts'
import { versionId } from '../survey/version.ts'
import { readSurvey } from './read-survey.ts'
import { misused, type Told } from './told.ts'

/** `proforma codebook SURVEY.json`: what the variables are, and which version they are of. */
export const codebookCommand = async ([path, ...more]: readonly string[]): Promise<Told> => {
  if (path === undefined || more.length > 0) return misused('codebook needs one file: the survey.')
  const survey = await readSurvey(path)
  if (!survey.ok) return survey
  return { ok: true, text: codebookText(codebook(survey.definition), versionId(survey.definition)) }
}
