import { protocolVersion, type Push } from '../protocol/messages.ts'
import { pushLimits } from '../protocol/push-limits.ts'
import { readPushAnswer } from '../protocol/read-push-answer.ts'
import type { DeviceId, Revision, RevisionId } from '../response/revision.ts'
import { askServer } from './ask-server.ts'
import { noBackOff } from './no-back-off.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import { matchAcks } from './match-acks.ts'
import { planPush, type Waiting } from './plan-push.ts'
import { versionsToSend } from './publications.ts'
import type { Clock, Fetch } from './ports.ts'
import { recordAnswer, recordRefusal, setAside } from './record-push.ts'
import type { ExchangeFailure } from './sync-state.ts'

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

/** Sends batch after batch until the outbox is empty or one fails; null when it is empty. */
export const pushAll = async (database: DeviceDatabase, ports: Ports): Promise<ExchangeFailure | null> => {
  // The whole outbox is read once, not for each push, and again when all that stood in it was sent.
  let waiting = await sendable(database)
  while (waiting.length > 0) {
    const sent = await pushOnce(database, waiting, ports)
    if ('kind' in sent) return sent
    if (sent.done.length === 0) return null
    const done = new Set(sent.done)
    const left = waiting.filter(({ id }) => !done.has(id))
    waiting = left.length > 0 && !sent.renewed ? left : await sendable(database)
  }
  return null
}

interface Sent {
  /** What needs sending no more. */
  readonly done: readonly RevisionId[]
  /** Another life of the server answered than before: other things wait now. */
  readonly renewed: boolean
}

/** Sends of these what {@link planPush} says, once. The wait was looked at before the exchange began. */
const pushOnce = async (
  database: DeviceDatabase,
  waiting: readonly Waiting[],
  ports: Ports,
): Promise<Sent | ExchangeFailure> => {
  const device = await thisDevice(database)
  const { batch } = device.exchange
  // A push speaks for one device: what came by file from another goes under its name.
  const from = waiting.some((each) => (each.device ?? device.device) === device.device)
    ? device.device
    : (waiting[0]?.device ?? device.device)
  const own = waiting.filter((each) => (each.device ?? device.device) === from)
  const plan = planPush(own, noBackOff, batch, ports.clock().getTime())
  if (plan.kind !== 'send') return { done: [], renewed: false }
  const at = ports.clock().toISOString()
  await setAside(database, plan.tooLarge, 'It is over 1 MiB, more than can be sent at once.', at)
  const revisions = await readRevisions(database, plan.ids, at)
  const done = [...plan.tooLarge, ...plan.ids]
  if (revisions.length === 0) return { done, renewed: false }

  const answered = await askServer('/api/v1/push', pushRequest(from, device.epoch, revisions), readPushAnswer, ports)
  if (!answered.ok) {
    const { failure } = answered
    // Half as many next time: if one of them is the trouble, it ends up alone, and last.
    if (failure.kind === 'refused')
      await recordRefusal(database, plan.ids, Math.max(1, Math.floor(plan.ids.length / 2)))
    return failure
  }
  const matched = matchAcks(revisions, answered.message.acks)
  await recordAnswer(database, answered.message, matched, Math.min(pushLimits.revisions, batch * 2), at)
  if (matched.unacknowledged.length === 0)
    return { done, renewed: answered.message.epoch !== device.epoch || answered.message.server !== device.server }
  await recordRefusal(database, matched.unacknowledged, batch)
  const reason = 'The answer of the server did not match what was sent. What it did not match is still to send.'
  return { kind: 'unreadable', reason, retryAfter: null }
}

/** What waits, but for returns to a version that is still to be sent itself: the server could not read them. */
const sendable = async (database: DeviceDatabase): Promise<readonly Waiting[]> => {
  const waiting = await database.outbox.toArray()
  const unsent = new Set((await versionsToSend(database)).map(({ id }) => id))
  if (unsent.size === 0) return waiting
  const kept = await database.returns.bulkGet(waiting.map(({ id }) => id))
  return waiting.filter((_, index) => {
    const version = kept[index]?.revision.version
    return version === undefined || !unsent.has(version)
  })
}

const pushRequest = (device: DeviceId, epoch: string | null, revisions: readonly Revision[]): RequestInit => {
  const push: Push = { protocol: protocolVersion, device, epoch, revisions }
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(push) }
}

/** The returns to send. One that the outbox names and the database has lost is told, not skipped without a word. */
const readRevisions = async (
  database: DeviceDatabase,
  ids: readonly RevisionId[],
  at: string,
): Promise<readonly Revision[]> => {
  const kept = await database.returns.bulkGet([...ids])
  const lost = ids.filter((_, index) => kept[index] === undefined)
  await setAside(database, lost, 'It is no longer on this device.', at)
  return kept.flatMap((each) => (each === undefined ? [] : [each.revision]))
}
