import { type AsideAnswer, type AsideDecided, asideLimits } from '../protocol/aside-messages.ts'
import { checkDecision } from '../protocol/check-aside.ts'
import { protocolVersion } from '../protocol/messages.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { DeviceId } from '../response/revision.ts'
import { isVersionId } from '../survey/ids.ts'
import { isJsonObject } from '../survey/json.ts'
import { judgeReturn } from './judge-return.ts'
import { openArrived } from './open-arrived.ts'
import type { Store } from './store.ts'

/** What is kept aside, as much of it as a lead can look at. */
export const tellAside = async (store: Store): Promise<AsideAnswer> => {
  const all = await store.quarantined(asideLimits.entries + 1)
  return {
    protocol: protocolVersion,
    ...store.identity,
    aside: await Promise.all(
      all.slice(0, asideLimits.entries).map(async ({ raw, ...entry }) => {
        const content = await shown(store, raw)
        return { ...entry, content: content.slice(0, asideLimits.content), characters: content.length }
      }),
    ),
    more: all.length > asideLimits.entries,
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

/** Carries out what a lead decided about something that is kept aside. */
export const receiveDecision = async (store: Store, body: unknown): Promise<DecisionReceived> => {
  const checked = checkDecision(body)
  if (!checked.ok) return checked
  const { decision } = checked
  const outcome =
    decision.what === 'take'
      ? await takeIn(store, decision.sha256)
      : became((await store.decideAside(decision.sha256, decision.because.trim())) ? 'rejected' : 'gone')
  return { ok: true, answer: { protocol: protocolVersion, ...store.identity, ...outcome } }
}

type Became = Pick<AsideDecided, 'became' | 'reason'>

const became = (what: AsideDecided['became'], reason: AsideDecided['reason'] = null): Became => ({
  became: what,
  reason,
})

/** Judges it anew, by what the server knows today; in whose hands it came no longer matters, as a person has looked at it. */
const takeIn = async (store: Store, sha256: string): Promise<Became> => {
  const entry = await store.aside(sha256)
  if (entry === null) return became('gone')
  const value: unknown = JSON.parse(entry.raw)
  const sent = isJsonObject(value) ? value : {}
  const named = sent['version']
  const version = typeof named === 'string' && isVersionId(named) ? await store.version(named) : null
  const device = typeof sent['device'] === 'string' ? sent['device'] : ''
  const { arrival } = judgeReturn(await openArrived(value, store.sealing), device as DeviceId, () => version)
  if (arrival.kind === 'aside') return became('aside', arrival.reason)
  if (entry.rejected !== null) await store.decideAside(sha256, null)
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
