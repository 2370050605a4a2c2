import type { SurveyId } from '../../survey/ids.ts'
import type { OutsideAccountRow, OutsideFlowRow } from './outside-tables.ts'
import type { RecoveryCodeRow, SecondStepRow } from './second-step-tables.ts'
import type { AccountRole } from '../../protocol/people.ts'

/** The tables of people, devices and the audit log. Times are ISO 8601 text, yes and no are 1 and 0. */
export interface AccessTables {
  readonly account: AccountRow
  readonly account_role: AccountRoleRow
  readonly session: SessionRow
  readonly invitation: InvitationRow
  readonly device: DeviceRow
  readonly enrolment: EnrolmentRow
  readonly audit: AuditRow
  readonly second_step: SecondStepRow
  readonly recovery_code: RecoveryCodeRow
  readonly outside_account: OutsideAccountRow
  readonly outside_flow: OutsideFlowRow
}

export interface AccountRow {
  readonly id: string
  /** Lower case. */
  readonly email: string
  readonly name: string
  readonly owner: 0 | 1
  /** How `password.ts` writes it; null for one that signs in elsewhere alone. */
  readonly password: string | null
  readonly made_at: string
  readonly stopped_at: string | null
}

export interface AccountRoleRow {
  readonly account: string
  readonly survey: SurveyId | '*'
  readonly role: AccountRole
  readonly single_answers: 0 | 1
}

export interface SessionRow {
  /** SHA-256 of the token. */
  readonly hash: string
  /** How it is named where sessions are listed. */
  readonly id: string
  readonly account: string
  readonly made_at: string
  readonly seen_at: string
  /** The browser, as it named itself. */
  readonly agent: string
}

export interface InvitationRow {
  readonly hash: string
  readonly id: string
  readonly owner: 0 | 1
  readonly email: string | null
  /** JSON: a list of `Given`. */
  readonly roles: string
  readonly made_by: string
  readonly made_at: string
  readonly expires_at: string
  readonly used_at: string | null
}

export interface DeviceRow {
  readonly id: string
  readonly name: string
  /** The public key, ECDSA on P-256, as a JWK. */
  readonly key: string
  /** JSON: `"all"` or a list of surveys. */
  readonly surveys: string
  readonly made_by: string
  readonly made_at: string
  readonly seen_at: string
  readonly ended_at: string | null
  readonly ended: 'revoked' | 'signed-out' | null
}

export interface EnrolmentRow {
  readonly id: string
  /** SHA-256 of the long token that the QR code holds. */
  readonly hash: string
  /** SHA-256 of the eight characters. */
  readonly code: string
  readonly name: string
  readonly surveys: string
  readonly made_by: string
  readonly made_at: string
  readonly expires_at: string
  readonly used_at: string | null
}

/** Rows are added, never changed; each holds the hash of the one before. */
export interface AuditRow {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly about: string
  readonly why: string
  readonly before: string
  readonly hash: string
}
