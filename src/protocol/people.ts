import type { SurveyId } from '../survey/ids.ts'

/** What a person may be on a survey. The owner is above them, on all surveys. */
export const accountRoles = {
  lead: 'Lead',
  practitioner: 'Practitioner',
  analyst: 'Analyst',
} as const satisfies { readonly [role: string]: string }

export type AccountRole = keyof typeof accountRoles

/** What somebody may do on a survey; `*` stands for every survey. */
export interface GivenRole {
  readonly survey: SurveyId | '*'
  readonly role: AccountRole
  /** Of an analyst: single answers may be read, not tables alone. */
  readonly singleAnswers: boolean
}

/** Server → browser, `GET /api/v1/me`: who asks, as the server sees it. */
export interface Me {
  /** `open`: no owner was made yet, and this is the server's own machine. `owner-needed`: no owner, and it is not. */
  readonly kind: 'open' | 'owner-needed' | 'nobody' | 'account' | 'device' | 'former-device'
  /** Null where nobody is signed in. */
  readonly name: string | null
  readonly email: string | null
  readonly owner: boolean
  readonly roles: readonly GivenRole[]
  /** Whether signing in asks for a code of an authenticator app as well. */
  readonly secondStep: boolean
}

/** Server → browser: a session of the person who asks. Times are ISO 8601, UTC. */
export interface SessionListed {
  readonly id: string
  readonly madeAt: string
  readonly seenAt: string
  readonly agent: string
  /** The one that asks. */
  readonly here: boolean
}

/** Server → browser: a person, in the owner's list. */
export interface PersonListed {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly owner: boolean
  readonly roles: readonly GivenRole[]
  readonly stopped: boolean
  readonly secondStep: boolean
}

/** Server → browser: an invitation that nobody has taken up. */
export interface InvitationListed {
  readonly id: string
  readonly email: string | null
  readonly roles: readonly GivenRole[]
  readonly expiresAt: string
}

/** Server → browser: an enrolled tablet. */
export interface DeviceListed {
  readonly id: string
  readonly name: string
  readonly surveys: 'all' | readonly SurveyId[]
  readonly madeAt: string
  readonly seenAt: string
  readonly ended: 'revoked' | 'signed-out' | null
}

/** Server → browser: a row of the audit log. */
export interface AuditListed {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly about: string
  readonly why: string
  readonly hash: string
}
