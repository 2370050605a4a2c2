import { checkPush } from '../protocol/check-push.ts'
import { type Ack, type PushAnswer, protocolVersion } from '../protocol/messages.ts'
import { patterns } from '../protocol/patterns.ts'
import type { KeptAside, Refusal } from '../protocol/refusals.ts'
import type { Revision, RevisionId } from '../response/revision.ts'
import { isVersionId, type VersionId } from '../survey/ids.ts'
import { isJsonObject } from '../survey/json.ts'
import type { Version } from '../survey/version.ts'
import { type Judged, judgeReturn } from './judge-return.ts'
import { openArrived } from './open-arrived.ts'
import type { Outcome, Store } from './store.ts'

export type Received =
  | { readonly ok: true; readonly answer: PushAnswer }
  | { readonly ok: false; readonly refused: Refusal }

/**
 * Judges a push, has the store take it in, and acknowledges only what the store has said is on disk.
 * `whyAside` says of a sound return why it is not counted, by who sent it.
 */
export const receivePush = async (
  store: Store,
  body: unknown,
  whyAside: (revision: Revision) => KeptAside | null = () => null,
): Promise<Received> => {
  const checked = checkPush(body)
  if (!checked.ok) return checked
  const { device, revisions } = checked.push
  const versions = await versionsNamed(store, revisions)
  const arrived = await Promise.all(revisions.map((value) => openArrived(value, store.sealing)))
  const judged = arrived
    .map((value) => judgeReturn(value, device, (id) => versions.get(id) ?? null))
    .map(({ arrival, sha256 }): Judged => {
      const reason = arrival.kind === 'revision' ? whyAside(arrival.revision) : null
      return { arrival: reason === null ? arrival : { kind: 'aside', reason, raw: arrival.raw }, sha256 }
    })
  const kept = await store.keep(judged.map(({ arrival }) => arrival))
  if (!kept.ok) return { ok: false, refused: 'aside-full' }
  const acks = kept.outcomes.flatMap((outcome, index) => {
    const of = judged[index]
    return of === undefined ? [] : [ackOf(outcome, of, revisions[index])]
  })
  return { ok: true, answer: { protocol: protocolVersion, ...store.identity, acks } }
}

const versionsNamed = async (
  store: Store,
  revisions: readonly unknown[],
): Promise<ReadonlyMap<VersionId, Version | null>> => {
  const named = revisions.flatMap((value) => {
    const version = isJsonObject(value) ? value['version'] : null
    return typeof version === 'string' && isVersionId(version) ? [version] : []
  })
  return new Map(await Promise.all([...new Set(named)].map(async (id) => [id, await store.version(id)] as const)))
}

const ackOf = (outcome: Outcome, { arrival, sha256 }: Judged, sent: unknown): Ack => {
  switch (outcome.kind) {
    case 'stored':
    case 'duplicate':
      // What is held is what was in a box: the device knows the digest of the box.
      return {
        id: outcome.id,
        status: outcome.kind,
        seq: outcome.seq,
        sha256: arrival.kind === 'revision' && arrival.sealed ? sha256 : outcome.sha256,
        reason: null,
      }
    case 'quarantined':
      // The digest of what came: a return that was changed on the way does not match the device's own, and stays there.
      return { id: idOf(sent), status: 'quarantined', seq: null, sha256, reason: outcome.reason }
    case 'erased':
      return { id: idOf(sent), status: 'erased', seq: null, sha256, reason: null }
    default:
      return outcome satisfies never
  }
}

const uuid = new RegExp(patterns.uuid, 'u')

const idOf = (sent: unknown): RevisionId | null => {
  const id = isJsonObject(sent) ? sent['id'] : null
  return typeof id === 'string' && uuid.test(id) ? (id as RevisionId) : null
}
