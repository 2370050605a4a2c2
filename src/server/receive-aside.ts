import { type AsideAnswer, type AsideDecided, asideLimits } from '../protocol/aside-messages.ts'
import { checkDecision } from '../protocol/check-aside.ts'
import { protocolVersion } from '../protocol/messages.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { DeviceId } from '../response/revision.ts'
import { isVersionId } from '../survey/ids.ts'
import { isJsonObject } from '../survey/json.ts'
import { judgeReturn } from './judge-return.ts'
import { openArrived } from './open-arrived.ts'
import type { AuditDeed } from './access/audit.ts'
import { isIn, surveysFor } from './access/may.ts'
import { nameOf, type Surveys, type Who } from './access/who.ts'
import type { Quarantined, Store } from './store.ts'

/** What is kept aside of these surveys, as much of it as a lead can look at; `led`: of which they are told how much there is. */
export const tellAside = async (store: Store, of: Surveys, led: Surveys): Promise<AsideAnswer> => {
  const all = await store.quarantined(asideLimits.entries + 1, of)
  return {
    protocol: protocolVersion,
    ...store.identity,
    aside: await Promise.all(
      all.slice(0, asideLimits.entries).map(async (one) => {
        const { raw, survey: _, ...entry } = one
        const content = await shown(store, raw)
        return { ...entry, content: content.slice(0, asideLimits.content), characters: content.length }
      }),
    ),
    more: all.length > asideLimits.entries,
    bySurvey: await store.asideBySurvey(led),
  }
}

/** What a person looks at: what is in a box, where it opens. */
const shown = async (store: Store, raw: string): Promise<string> => {
  const { value, sealed } = await openArrived(JSON.parse(raw), store.sealing)
  return sealed === null ? raw : JSON.stringify(value)
}

export type DecisionReceived =
  | { readonly ok: true; readonly answer: AsideDecided }
  | { readonly ok: false; readonly refused: Refusal }

/** Carries out what a lead decided about something that is kept aside, of a survey that they lead, and writes it down. */
export const receiveDecision = async (store: Store, body: unknown, who: Who): Promise<DecisionReceived> => {
  const checked = checkDecision(body)
  if (!checked.ok) return checked
  const { decision } = checked
  const entry = await store.aside(decision.sha256)
  const led = surveysFor(who, 'lead')
  if (led !== 'all' && (entry === null || entry.survey === null || !isIn(led, entry.survey)))
    return { ok: false, refused: 'not-yours' }
  const outcome =
    decision.what === 'take'
      ? await takeIn(store, entry)
      : became((await store.decideAside(decision.sha256, decision.because.trim())) ? 'rejected' : 'gone')
  const what = deedOf(outcome)
  if (what !== null) {
    const why = decision.what === 'reject' ? decision.because.trim() : ''
    await store.access.note({ who: nameOf(who), what, about: entry?.survey ?? 'no survey', why })
  }
  return { ok: true, answer: { protocol: protocolVersion, ...store.identity, ...outcome } }
}

type Became = Pick<AsideDecided, 'became' | 'reason'>

const became = (what: AsideDecided['became'], reason: AsideDecided['reason'] = null): Became => ({
  became: what,
  reason,
})

const deedOf = (outcome: Became): AuditDeed | null => {
  switch (outcome.became) {
    case 'stored':
    case 'known':
      return 'aside-taken'
    case 'rejected':
      return 'aside-rejected'
    case 'erased':
    case 'aside':
    case 'gone':
      return null
    default:
      return outcome.became satisfies never
  }
}

/** Judges it anew, by what the server knows today; in whose hands it came no longer matters, as a person has looked at it. */
const takeIn = async (store: Store, entry: Quarantined | null): Promise<Became> => {
  if (entry === null) return became('gone')
  const value: unknown = JSON.parse(entry.raw)
  const sent = isJsonObject(value) ? value : {}
  const named = sent['version']
  const version = typeof named === 'string' && isVersionId(named) ? await store.version(named) : null
  const device = typeof sent['device'] === 'string' ? sent['device'] : ''
  const { arrival } = judgeReturn(await openArrived(value, store.sealing), device as DeviceId, () => version)
  if (arrival.kind === 'aside') return became('aside', arrival.reason)
  if (entry.rejected !== null) await store.decideAside(entry.sha256, null)
  const kept = await store.keep([arrival])
  const outcome = kept.ok ? kept.outcomes[0] : undefined
  switch (outcome?.kind) {
    case 'stored':
      return became('stored')
    case 'duplicate':
      return became('known')
    case 'erased':
      return became('erased')
    case 'quarantined':
      return became('aside', outcome.reason)
    case undefined:
      return became('aside', entry.reason)
    default:
      return outcome satisfies never
  }
}
