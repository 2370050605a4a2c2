import { patterns } from '../protocol/patterns.ts'
import { isJsonObject } from '../survey/json.ts'

const uuid = new RegExp(patterns.uuid, 'u')

const surveyId = new RegExp(patterns.survey, 'u')

const idIn = (value: unknown): string | null => (typeof value === 'string' && uuid.test(value) ? value : null)

/** Which survey something says it answers; null where it does not say. */
export const surveyNamedIn = (raw: string): string | null => {
  const sent: unknown = JSON.parse(raw)
  const survey = isJsonObject(sent) ? sent['survey'] : null
  return typeof survey === 'string' && surveyId.test(survey) ? survey : null
}

/** Which return of which device something says it is, null where it does not say: whatever came, it is read. */
export const namedIn = (raw: string): { readonly device: string | null; readonly revision: string | null } => {
  const sent: unknown = JSON.parse(raw)
  return isJsonObject(sent)
    ? { device: idIn(sent['device']), revision: idIn(sent['id']) }
    : { device: null, revision: null }
}
