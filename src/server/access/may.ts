import type { SurveyId } from '../../survey/ids.ts'
import type { AccountRole } from '../../protocol/people.ts'
import type { Surveys, Who } from './who.ts'

/** The kinds of asker that a route may name. `former-device`: also a tablet that was revoked or signed out. */
export type May = 'anyone' | 'owner' | AccountRole | 'device' | 'former-device' | 'recipient'

/** Whether this asker is of one of the kinds, on one survey at least. Which surveys is the route's to see. */
export const isAmong = (who: Who, may: readonly May[]): boolean => {
  if (may.includes('anyone')) return true
  switch (who.kind) {
    case 'open':
      return true
    case 'nobody':
      return false
    case 'account':
      return (who.owner && may.includes('owner')) || who.given.some(({ role }) => may.includes(role))
    case 'device':
      return may.includes(who.former ? 'former-device' : 'device')
    case 'recipient':
      return may.includes('recipient')
    default:
      return who satisfies never
  }
}

/** What is to be done with a survey, and so who may do it. */
export type Deed = 'see' | 'collect' | 'read-answers' | 'lead'

const rolesFor: { readonly [D in Deed]: readonly AccountRole[] } = {
  see: ['lead', 'practitioner', 'analyst'],
  collect: ['lead', 'practitioner'],
  'read-answers': ['lead', 'analyst'],
  lead: ['lead'],
}

/** The surveys on which this asker may do that. */
export const surveysFor = (who: Who, deed: Deed): Surveys => {
  switch (who.kind) {
    case 'open':
      return 'all'
    case 'nobody':
    case 'recipient':
      return []
    case 'account': {
      if (who.owner) return 'all'
      const roles = rolesFor[deed]
      const given = who.given.filter(
        ({ role, singleAnswers }) =>
          roles.includes(role) && (deed !== 'read-answers' || role !== 'analyst' || singleAnswers),
      )
      return given.some(({ survey }) => survey === '*')
        ? 'all'
        : given.flatMap(({ survey }) => (survey === '*' ? [] : [survey]))
    }
    case 'device':
      return !who.former && (deed === 'see' || deed === 'collect') ? who.surveys : []
    default:
      return who satisfies never
  }
}

export const isIn = (surveys: Surveys, survey: SurveyId): boolean => surveys === 'all' || surveys.includes(survey)
