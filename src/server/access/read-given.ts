import { accountRoles } from '../../protocol/people.ts'
import { isSurveyId } from '../../survey/ids.ts'
import { isJsonObject } from '../../survey/json.ts'
import type { Given, Surveys } from './who.ts'

const most = 200

/** The roles that a request gives, null where it is anything else, or says two things of one survey. */
export const readGiven = (value: unknown): readonly Given[] | null => {
  if (!Array.isArray(value) || value.length > most) return null
  const given = value.flatMap((each: unknown): Given[] => {
    if (!isJsonObject(each)) return []
    const { survey, role, singleAnswers } = each
    if (typeof survey !== 'string' || typeof role !== 'string' || !Object.hasOwn(accountRoles, role)) return []
    if (survey !== '*' && !isSurveyId(survey)) return []
    return [{ survey, role: role as Given['role'], singleAnswers: singleAnswers === true }]
  })
  const isEach = new Set(given.map(({ survey }) => survey)).size === value.length
  return isEach ? given : null
}

/** The surveys that a tablet is given. */
export const readSurveys = (value: unknown): Surveys | null => {
  if (value === 'all') return 'all'
  if (!Array.isArray(value) || value.length === 0 || value.length > most) return null
  return value.every((each) => typeof each === 'string' && isSurveyId(each)) ? value : null
}
