import type { DeviceId } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { AccountRole } from '../../protocol/people.ts'

/** Every survey, those that are still to be made too; or these. */
export type Surveys = 'all' | readonly SurveyId[]

/** What an account may do on a survey. `*` stands for every survey. */
export interface Given {
  readonly survey: SurveyId | '*'
  readonly role: AccountRole
  /** Of an analyst: whether single answers may be read, and not tables alone. */
  readonly singleAnswers: boolean
}

/**
 * Who asks.
 * - `open`: no owner has been made yet, and it comes from this very machine: may all
 * - `nobody`: no credential that holds
 * - `account`: a session of a person
 * - `device`: an enrolled tablet; `former` where it was revoked or signed out
 * - `recipient`: brings the token of a link. The token is NOT checked here: the route looks it up
 */
export type Who =
  | { readonly kind: 'open' }
  | { readonly kind: 'nobody' }
  | AccountWho
  | DeviceWho
  | { readonly kind: 'recipient'; readonly token: string }

export interface AccountWho {
  readonly kind: 'account'
  readonly account: string
  readonly name: string
  readonly email: string
  readonly owner: boolean
  readonly given: readonly Given[]
  /** SHA-256 of the session's token. */
  readonly session: string
}

export interface DeviceWho {
  readonly kind: 'device'
  readonly device: DeviceId
  readonly name: string
  readonly surveys: Surveys
  readonly former: boolean
}

/** How the audit log names who did something. */
export const nameOf = (who: Who): string => {
  switch (who.kind) {
    case 'open':
      return 'this machine'
    case 'nobody':
      return 'nobody'
    case 'account':
      return `account ${who.account}`
    case 'device':
      return `device ${who.device}`
    case 'recipient':
      return 'recipient'
    default:
      return who satisfies never
  }
}
