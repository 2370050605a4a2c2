import type { Answers } from '../response/answers.ts'
import type { ResponseId, Revision } from '../response/revision.ts'
import { isJsonObject, type Json } from '../survey/json.ts'
import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import { askServer } from './ask-server.ts'
import type { DeviceDatabase, KeptDraft } from './database.ts'
import { deleteDraft, startDraft } from './drafts.ts'
import { keepVersions } from './keep-versions.ts'
import type { Clock, Fetch, NewId } from './ports.ts'
import { saveDraft } from './save-draft.ts'

/** What the link that a database belongs to opens: as the server last told it, and how far it knows what is here. */
export interface Invitation {
  readonly key: 'this'
  /** Of who is asked. */
  readonly name: string
  readonly survey: SurveyId
  readonly version: VersionId
  readonly language: string
  /** The last day, 2026-12-18; null where there is none. */
  readonly closes: string | null
  readonly closed: boolean
  readonly mayAmend: boolean
  readonly declined: boolean
  /** Several may answer by this link: what is here stays here until it is returned. Left out by older links. */
  readonly shared?: boolean
  /** No further return is taken by it. */
  readonly full?: boolean
  /** The return that counts, from whichever device it came. */
  readonly returned: Revision | null
  /** The answers on their way that the server has: the number it gave them, 0 for none. */
  readonly number: number
  /** Which save of which draft here that was. */
  readonly sent: { readonly response: ResponseId; readonly counter: number } | null
  /** What another device saved, while there are answers here that the server does not have. */
  readonly elsewhere: OnTheWay | null
}

/** Answers that the server keeps for any device that holds the link. */
export interface OnTheWay {
  readonly number: number
  readonly savedAt: string
  readonly answers: Answers
  readonly language: string
}

export type Refreshed =
  | { readonly kind: 'here'; readonly invitation: Invitation }
  /** Nobody has that link, or too many were tried: `reason` is a sentence. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It was never opened here, and the server can't be reached. */
  | { readonly kind: 'unreachable'; readonly reason: string }

type Ports = { readonly fetch: Fetch; readonly clock: Clock; readonly newId: NewId }

/** Asks the server how the link stands, and takes up what was answered elsewhere; without it, as it last was. */
export const refreshInvitation = async (database: DeviceDatabase, ports: Ports): Promise<Refreshed> => {
  const before = (await database.invitations.get('this')) ?? null
  const asked = await askServer('/api/v1/recipient', { method: 'GET' }, readTold, ports)
  if (!asked.ok) {
    const { kind, reason } = asked.failure
    if (kind === 'refused') return { kind, reason }
    return before === null ? { kind: 'unreachable', reason } : { kind: 'here', invitation: before }
  }
  const { version, draft, state, ...told } = asked.message
  await keepVersions(database, [version])
  const kept: Invitation = {
    number: 0,
    sent: null,
    elsewhere: null,
    ...before,
    ...told,
    key: 'this',
    survey: version.survey,
    version: version.id,
    declined: state === 'declined',
  }
  await database.invitations.put(kept)
  const invitation = draft === null || draft.number <= kept.number ? kept : await meet(database, kept, draft, ports)
  return { kind: 'here', invitation }
}

/** What another device saved is taken up where nothing here would be lost by it; otherwise somebody chooses. */
const meet = async (
  database: DeviceDatabase,
  invitation: Invitation,
  draft: OnTheWay,
  ports: Ports,
): Promise<Invitation> => {
  const here = await draftHere(database)
  if (here !== null && !isSent(here, invitation)) {
    const met = { ...invitation, elsewhere: draft }
    await database.invitations.put(met)
    return met
  }
  return takeElsewhere(database, invitation, draft, ports)
}

/** Goes on with what another device saved, in place of what is here. */
export const takeElsewhere = async (
  database: DeviceDatabase,
  invitation: Invitation,
  { answers, language, number }: OnTheWay,
  { clock, newId }: Pick<Ports, 'clock' | 'newId'>,
): Promise<Invitation> => {
  const here = await draftHere(database)
  const { survey, version } = invitation
  const started = await startDraft(database, { survey, version, way: 'link', language }, clock, newId)
  if (!started.ok) return invitation
  const saved = await saveDraft(database, started.kept, { answers, page: 0, language }, clock)
  if (saved.kind !== 'saved') return invitation
  if (here !== null) await deleteDraft(database, here.draft.response)
  const { kept } = saved
  const sent = { response: kept.draft.response, counter: kept.counter }
  const taken = { ...invitation, number, sent, elsewhere: null }
  await database.invitations.put(taken)
  return taken
}

/** Goes on with what is here: the server hears it next, over what it has. */
export const keepMine = async (database: DeviceDatabase, invitation: Invitation): Promise<Invitation> => {
  const kept = { ...invitation, number: invitation.elsewhere?.number ?? invitation.number, elsewhere: null }
  await database.invitations.put(kept)
  return kept
}

/** The form that is being filled in here; null where none is. */
export const draftHere = async (database: DeviceDatabase): Promise<KeptDraft | null> =>
  (await database.drafts.toCollection().last()) ?? null

/** What was returned here and the server may not know of yet; null where it knows all. */
export const returnHere = async (database: DeviceDatabase): Promise<Revision | null> => {
  const waiting = await database.outbox.toCollection().last()
  return waiting === undefined ? null : ((await database.returns.get(waiting.id))?.revision ?? null)
}

/** Whether the server has a draft as it stands here. One without answers is nothing to send. */
export const isSent = ({ draft, counter }: KeptDraft, { sent }: Invitation): boolean =>
  Object.keys(draft.answers).length === 0 ||
  draft.amends !== null ||
  (sent?.response === draft.response && sent.counter === counter)

interface Told extends Pick<
  Invitation,
  'name' | 'language' | 'closes' | 'closed' | 'mayAmend' | 'shared' | 'full' | 'returned'
> {
  readonly state: string
  readonly version: Version
  readonly draft: OnTheWay | null
}

/** By hand: the server is ours, and what matters is read by its digest. */
const readTold = (json: unknown): Told | null => {
  if (!isJsonObject(json)) return null
  const { name, language, closes, closed, mayAmend, state, version, returned } = json
  if (typeof name !== 'string' || typeof language !== 'string' || typeof state !== 'string') return null
  if (!isJsonObject(version) || (closes !== null && typeof closes !== 'string')) return null
  return {
    name,
    language,
    closes,
    closed: closed === true,
    mayAmend: mayAmend === true,
    shared: json['shared'] === true,
    full: json['full'] === true,
    state,
    version: version as unknown as Version,
    returned: isJsonObject(returned) ? (returned as unknown as Revision) : null,
    draft: readOnTheWay(json['draft']),
  }
}

/** Answers on their way as the server tells them; null where there are none. */
export const readOnTheWay = (value: Json | undefined): OnTheWay | null => {
  if (!isJsonObject(value) || !isJsonObject(value['content'])) return null
  const { answers, language } = value['content']
  const { number, savedAt } = value
  return isJsonObject(answers) &&
    typeof language === 'string' &&
    typeof number === 'number' &&
    typeof savedAt === 'string'
    ? { number, savedAt, answers, language }
    : null
}
