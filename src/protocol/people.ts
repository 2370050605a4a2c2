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
  /** Signed in through the organisation: there is no password here. */
  readonly outside: boolean
  /** What the organisation's own sign-in is called; null where there is none. */
  readonly provider: string | null
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
  /** Signs in through the organisation, which says what they may do. */
  readonly outside: boolean
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

/** Server → the owner, `GET /api/v1/status`: how the server is doing. Times are ISO 8601, UTC. */
export interface Status {
  /** Null where the server was not told. */
  readonly about: AboutServer | null
  readonly since: string
  /** Requests since then, those that failed (500 and over), and those that took over a second. */
  readonly requests: number
  readonly failed: number
  readonly slow: number
  /** The key that tablets seal to: when it was made, and how many there are with those before. */
  readonly sealing: { readonly madeAt: string; readonly keys: number }
  /** What was kept aside and waits for somebody to decide. */
  readonly aside: number
  /** Tablets that were not seen for a week. */
  readonly unseen: readonly { readonly name: string; readonly seenAt: string }[]
}

export interface AboutServer {
  readonly version: string
  readonly node: string
  readonly database: 'SQLite' | 'PostgreSQL'
  /** Of the database's files, and free on their disk; null where that can't be asked, as of PostgreSQL. */
  readonly bytes: number | null
  readonly free: number | null
  /** The server's own last backup; null where there is none. */
  readonly backup: { readonly at: string; readonly bytes: number; readonly tried: BackupTried | null } | null
}

/** A backup that was opened as a server would open it when it is restored. */
export interface BackupTried {
  readonly at: string
  readonly ok: boolean
}
