import type { DeviceListed, InvitationListed, PersonListed, SessionListed } from '../../protocol/people.ts'
import type { SubjectAccess, SubjectAccessAsked } from '../../protocol/subject-access.ts'
import type { DeviceId } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { AuditRow } from './access-rows.ts'
import { type AuditVerified, note, type Noted, readAudit, verifyAudit } from './audit.ts'
import type { Done, Parts } from './database.ts'
import {
  beginEnrolment,
  deviceOf,
  devices,
  endDevice,
  enrol,
  type Enrolling,
  type Enrolment,
  maySpeakFor,
} from './devices.ts'
import { hasOwner } from './keep-accounts.ts'
import { invite, listInvitations, theStart } from './keep-invitations.ts'
import { listSessions, whoseSession } from './keep-sessions.ts'
import { type Invitation, inviteBy, leadFirst, people, setRoles, stopAccount, withdrawInvitation } from './people.ts'
import type { Flow, Outsider } from './provider.ts'
import { beginSecondStep, confirmSecondStep, endSecondStep, hasSecondStep, takeAway } from './second-step.ts'
import { changePassword, type NewPerson, signIn, type SignIn, takeUp } from './sign-in.ts'
import { beginFlow, isOutside, signInOutside, takeFlow } from './sign-in-outside.ts'
import { subjectAccess } from './subject-access.ts'
import { surveysOfAttachment, surveysOfResponses } from './survey-of.ts'
import { type AccountWho, type DeviceWho, type Given, nameOf, type Surveys, type Who } from './who.ts'

/** People, devices and the audit log. A promise that resolves is a promise that it is on disk, with its row in the log. */
export interface AccessStore {
  /** The clock by which sessions and tokens end. */
  now(): Date
  hasOwner(): Promise<boolean>
  /** Makes the token of the one link that makes the owner; those made before are void. */
  ownerLink(): Promise<string>
  /** Makes the owner, and a session: its token. Once only. */
  makeOwner(person: NewPerson): Promise<Done<string>>
  /** Takes an invitation up: a session's token. */
  join(person: NewPerson): Promise<Done<string>>
  /** A session for who knows the password: its token. Takes as long whether there is such an account or not. */
  signIn(tried: SignIn): Promise<Done<string>>
  changePassword(who: AccountWho, change: { readonly old: string; readonly fresh: string }): Promise<Done<null>>
  /** A secret for an authenticator app, and the address that an app takes it from. It holds once it is confirmed. */
  beginSecondStep(
    who: AccountWho,
    password: string,
  ): Promise<Done<{ readonly secret: string; readonly address: string }>>
  /** The recovery codes, shown this once. */
  confirmSecondStep(who: AccountWho, code: string): Promise<Done<readonly string[]>>
  endSecondStep(who: AccountWho, password: string): Promise<Done<null>>
  /** The owner takes it away from somebody who has lost the app and the codes. */
  takeSecondStep(who: Who, of: { readonly account: string; readonly why: string }): Promise<Done<null>>
  hasSecondStep(account: string): Promise<boolean>
  /** Remembers one who goes to the organisation's sign-in: the token by which their browser is known again. */
  beginFlow(flow: Flow): Promise<string>
  /** What was remembered, once; null where it is too old, or was taken. */
  takeFlow(token: string): Promise<Flow | null>
  /** A session for whom the organisation's sign-in named, with what it says they may do. */
  signInOutside(outsider: Outsider & { readonly agent: string }): Promise<Done<string>>
  /** Whether an account signs in through the organisation, which then says what it may do. */
  isOutside(account: string): Promise<boolean>
  whoseSession(token: string): Promise<AccountWho | null>
  sessions(who: AccountWho): Promise<readonly SessionListed[]>
  /** Ends a session of the person who asks: the one that asks, or the one of that id. */
  endSession(who: AccountWho, id: string | null): Promise<void>

  people(): Promise<readonly PersonListed[]>
  invitations(): Promise<readonly InvitationListed[]>
  /** The token of a link for somebody. */
  invite(who: Who, invitation: Invitation): Promise<Done<string>>
  withdrawInvitation(who: Who, id: string): Promise<Done<null>>
  setRoles(
    who: Who,
    change: { readonly account: string; readonly given: readonly Given[]; readonly why: string },
  ): Promise<Done<null>>
  stopAccount(who: Who, stop: { readonly account: string; readonly why: string }): Promise<Done<null>>
  /** Who publishes a survey that nobody had leads it. */
  leadFirst(who: AccountWho, survey: SurveyId): Promise<void>

  beginEnrolment(who: Who, tablet: { readonly name: string; readonly surveys: Surveys }): Promise<Done<Enrolment>>
  enrol(enrolling: Enrolling): Promise<Done<{ readonly name: string; readonly surveys: Surveys }>>
  devices(who: Who): Promise<readonly DeviceListed[]>
  /** Revokes a tablet, or signs out the one that asks. */
  endDevice(who: Who, end: { readonly device: string; readonly why: string }): Promise<Done<null>>
  device(id: string): Promise<{ readonly key: string; readonly who: DeviceWho } | null>
  maySpeakFor(who: Who, device: DeviceId): Promise<boolean>

  surveysOfResponses(responses: readonly string[]): Promise<readonly SurveyId[]>
  surveysOfAttachment(sha256: string): Promise<readonly SurveyId[]>

  /** All that is held about one person in the surveys that this asker leads, written down in the log. */
  subjectAccess(who: Who, asked: SubjectAccessAsked): Promise<SubjectAccess>

  /** Adds a row to the audit log. */
  note(noted: Omit<Noted, 'at'>): Promise<void>
  verifyAudit(): Promise<AuditVerified>
  /** The newest rows first, from the one before `seq`. */
  auditBefore(seq: number, limit: number): Promise<readonly AuditRow[]>
}

export const accessStore = (parts: Parts): AccessStore => {
  const { db, now, newId } = parts
  // Once there is an owner there always is one.
  let owned = false
  return {
    now,
    hasOwner: async () => (owned ||= await hasOwner(db)),
    ownerLink: () =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('invitation')
          .where('made_by', '=', theStart)
          .where('used_at', 'is', null)
          .execute()
        return invite(transaction, { id: newId(), owner: true, email: null, given: [], by: theStart }, now())
      }),
    makeOwner: (person) => takeUp(parts, person, true),
    join: (person) => takeUp(parts, person, false),
    signIn: (tried) => signIn(parts, tried),
    changePassword: (who, change) => changePassword(parts, who, change),
    beginSecondStep: (who, password) => beginSecondStep(parts, who, password),
    confirmSecondStep: (who, code) => confirmSecondStep(parts, who, code),
    endSecondStep: (who, password) => endSecondStep(parts, who, password),
    takeSecondStep: (who, { account, why }) => takeAway(parts, who, account, why),
    hasSecondStep: (account) => hasSecondStep(db, account),
    beginFlow: (flow) => beginFlow(parts, flow),
    takeFlow: (token) => takeFlow(parts, token),
    signInOutside: (outsider) => signInOutside(parts, outsider),
    isOutside: (account) => isOutside(db, account),
    whoseSession: (token) => whoseSession(db, token, now()),
    sessions: (who) => listSessions(db, who),
    endSession: (who, id) =>
      db.transaction().execute(async (transaction) => {
        const ended = await transaction
          .deleteFrom('session')
          .where('account', '=', who.account)
          .where(id === null ? 'hash' : 'id', '=', id ?? who.session)
          .returning('hash')
          .executeTakeFirst()
        if (ended === undefined) return
        const what = ended.hash === who.session ? 'signed-out' : 'session-ended'
        await note(transaction, { at: now().toISOString(), who: nameOf(who), what, about: who.account })
      }),

    people: () => people(parts),
    invitations: () => listInvitations(db, now()),
    invite: (who, invitation) => inviteBy(parts, who, invitation),
    withdrawInvitation: (who, id) => withdrawInvitation(parts, who, id),
    setRoles: (who, change) => setRoles(parts, who, change),
    stopAccount: (who, stop) => stopAccount(parts, who, stop),
    leadFirst: (who, survey) => leadFirst(parts, who, survey),

    beginEnrolment: (who, tablet) => beginEnrolment(parts, who, tablet),
    enrol: (enrolling) => enrol(parts, enrolling),
    devices: (who) => devices(parts, who),
    endDevice: (who, end) => endDevice(parts, who, end),
    device: (id) => deviceOf(parts, id),
    maySpeakFor: (who, device) => maySpeakFor(parts, who, device),

    surveysOfResponses: (responses) => surveysOfResponses(db, responses),
    surveysOfAttachment: (sha256) => surveysOfAttachment(db, sha256),

    subjectAccess: (who, asked) => subjectAccess(parts, who, asked),

    note: (noted) =>
      db.transaction().execute((transaction) => note(transaction, { ...noted, at: now().toISOString() })),
    verifyAudit: () => verifyAudit(db),
    auditBefore: (seq, limit) => readAudit(db, seq, limit),
  }
}
