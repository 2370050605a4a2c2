import { isSurveyId } from '../../survey/ids.ts'
import type { Given } from './who.ts'

export interface ClaimedRoles {
  readonly owner: boolean
  readonly given: readonly Given[]
}

/** What a claim may say, the strongest first: of a survey that is named twice the first counts. */
const words: { readonly [word: string]: Pick<Given, 'role' | 'singleAnswers'> } = {
  lead: { role: 'lead', singleAnswers: false },
  practitioner: { role: 'practitioner', singleAnswers: false },
  'analyst-answers': { role: 'analyst', singleAnswers: true },
  analyst: { role: 'analyst', singleAnswers: false },
}

/** The most that is read of a claim: somebody may be in hundreds of groups that mean nothing here. */
const most = 1000

/**
 * What a claim gives: a list of words, or a text with spaces between them. `owner`; `lead`, `practitioner`, `analyst`
 * (tables) and `analyst-answers` of every survey, or `lead:family-views` of one. Every other word is passed over.
 */
export const rolesOfClaim = (claim: unknown): ClaimedRoles => {
  const list: readonly unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : []
  const said = new Set(list.slice(0, most).filter((each) => typeof each === 'string'))
  const given = new Map<string, Given>()
  for (const [word, gives] of Object.entries(words))
    for (const each of said) {
      const [role, survey = '*', ...more] = each.split(':')
      if (role !== word || more.length > 0 || given.has(survey)) continue
      if (survey === '*' || isSurveyId(survey)) given.set(survey, { survey, ...gives })
    }
  return { owner: said.has('owner'), given: [...given.values()] }
}
