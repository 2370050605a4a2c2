import type { Kysely, Transaction } from 'kysely'
import type { AuditListed } from '../../protocol/people.ts'
import { canonicalJson } from '../../survey/canonical-json.ts'
import { sha256Hex } from '../../survey/sha256.ts'
import { takeCounter } from '../take-counter.ts'
import type { Tables } from '../tables.ts'
import type { AuditRow } from './access-rows.ts'

/** What is written down: no answers, no tokens, no addresses of respondents. */
export interface Noted {
  readonly at: string
  readonly who: string
  /** Of the closed list `deeds`. */
  readonly what: AuditDeed
  /** What it was done to: an id or a name. */
  readonly about: string
  readonly why?: string
}

export const auditDeeds = {
  'owner-made': 'made the first owner',
  'signed-in': 'signed in',
  'sign-in-failed': 'could not sign in',
  'signed-out': 'signed out',
  'session-ended': 'ended a session',
  'password-changed': 'changed a password',
  invited: 'invited somebody',
  'invitation-withdrawn': 'withdrew an invitation',
  joined: 'took up an invitation',
  'roles-changed': 'changed what somebody may do',
  'account-stopped': 'stopped an account',
  'second-step-on': 'set up the second step of signing in',
  'second-step-off': 'took the second step of signing in away',
  'recovery-used': 'used a recovery code',
  'enrolment-begun': 'made a code for a tablet',
  'device-enrolled': 'enrolled a tablet',
  'device-revoked': 'revoked a tablet',
  'device-signed-out': 'signed a tablet out',
  erased: 'took answers out',
  'retention-set': 'decided how long answers are kept',
  'retention-done': 'took answers out, as their time was over',
  'aside-taken': 'took in an answer that was kept aside',
  'aside-rejected': 'decided not to count an answer',
  published: 'published or closed a survey',
  'sealing-key-made': 'made a new key that tablets seal to',
  'subject-access': 'looked at all that is held about somebody',
  'audit-exported': 'exported this log',
} as const satisfies { readonly [deed: string]: string }

export type AuditDeed = keyof typeof auditDeeds

const start = '0'.repeat(64)

const hashOfRow = ({ seq, at, who, what, about, why, before }: Omit<AuditRow, 'hash'>): string =>
  sha256Hex(canonicalJson({ seq, at, who, what, about, why, before }))

/** Adds a row inside the transaction given: who writes takes the counter first, so that no two follow the same row. */
export const note = async (transaction: Transaction<Tables>, { why = '', ...noted }: Noted): Promise<void> => {
  await takeCounter(transaction)
  const last = await lastRow(transaction)
  const row = { seq: (last?.seq ?? 0) + 1, ...noted, why, before: last?.hash ?? start }
  await transaction
    .insertInto('audit')
    .values({ ...row, hash: hashOfRow(row) })
    .execute()
}

const lastRow = (db: Kysely<Tables>) =>
  db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()

export type AuditVerified =
  | {
      readonly ok: true
      readonly rows: number
      /** Of the last row: kept elsewhere, it tells a log that was cut short. */ readonly head: string
    }
  | { readonly ok: false; readonly seq: number; readonly reason: string }

/** Reads the log from its start and sees that each row follows from the one before. */
export const verifyAudit = async (db: Kysely<Tables>): Promise<AuditVerified> => {
  let before = start
  let seq = 0
  for (;;) {
    const rows = await db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(1000).execute()
    for (const row of rows) {
      if (row.seq !== seq + 1) return { ok: false, seq: seq + 1, reason: 'the row is missing' }
      if (row.before !== before) return { ok: false, seq: row.seq, reason: 'it does not follow from the row before' }
      if (row.hash !== hashOfRow(row)) return { ok: false, seq: row.seq, reason: 'it was changed' }
      before = row.hash
      seq = row.seq
    }
    if (rows.length === 0) return { ok: true, rows: seq, head: before }
  }
}

/** The newest rows first, `limit` of them before `before`. */
export const readAudit = (db: Kysely<Tables>, before: number, limit: number): Promise<readonly AuditRow[]> =>
  db.selectFrom('audit').selectAll().where('seq', '<', before).orderBy('seq', 'desc').limit(limit).execute()

/** A row as people read it. */
export const listedRow = ({ seq, at, who, what, about, why, hash }: AuditRow): AuditListed => ({
  seq,
  at,
  who,
  what: Object.hasOwn(auditDeeds, what) ? auditDeeds[what as keyof typeof auditDeeds] : what,
  about,
  why,
  hash,
})
