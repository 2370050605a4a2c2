import { afterFailure, waitUntil } from './back-off.ts'
import { noBackOff } from './no-back-off.ts'
import { type DeviceDatabase, type DeviceRow, thisDevice } from './database.ts'
import { tidyAttachments } from './attachments.ts'
import { eraseAll } from './erase-all.ts'
import type { Clock, Fetch, Random } from './ports.ts'
import { countPublications } from './publications.ts'
import { publishAll } from './publish-all.ts'
import { pullReturns, pullVersions } from './pull.ts'
import { pushAll } from './push.ts'
import { countAttachmentsToSend } from './count-attachments.ts'
import { sendAttachments } from './send-attachments.ts'
import { takeInventory } from './take-inventory.ts'
import { whyNotSaved } from './storage-failure.ts'
import type { ExchangeFailure } from './sync-state.ts'

export interface ExchangePorts {
  readonly fetch: Fetch
  readonly clock: Clock
  readonly random: Random
}

/** What woke the loop: the app was opened, the network came back, a form was returned or a survey published, time passed, a person asked. */
export type Trigger = 'start' | 'online' | 'return' | 'timer' | 'asked'

/** Milliseconds between two exchanges that went well. */
export const calmInterval = 60_000

/**
 * Sends all that waits, versions before returns, then fetches new versions and returns, and records how it went. Does nothing inside the wait
 * that the last failure set, unless a person asked.
 *
 * @returns when the next one is due, in milliseconds since 1970.
 */
export const exchange = async (database: DeviceDatabase, trigger: Trigger, ports: ExchangePorts): Promise<number> => {
  const before = await thisDevice(database)
  // Also without a network: the outbox shows what of it is to be sent.
  await tidyAttachments(database)
  const toSend =
    (await database.outbox.count()) +
    (await countAttachmentsToSend(database)) +
    (await database.erasuresOut.count()) +
    (await countPublications(database))
  const due = dueAt(before, trigger, toSend, ports.clock().getTime())
  if (due !== null) return due

  const failure = await pushThenPull(database, ports)
  const now = ports.clock()
  const backOff =
    failure === null
      ? noBackOff
      : afterFailure(before.exchange.backOff, now.getTime(), ports.random, failure.retryAfter)
  await database.transaction('rw', database.meta, async () => {
    const device = await thisDevice(database)
    const lastSuccess = failure === null ? now.toISOString() : device.exchange.lastSuccess
    await database.meta.put({ ...device, exchange: { ...device.exchange, lastSuccess, failure, backOff } })
  })
  return backOff.tryAgainAt ?? now.getTime() + calmInterval
}

/** When to come back, or null to go ahead now. */
const dueAt = ({ exchange }: DeviceRow, trigger: Trigger, toSend: number, now: number): number | null => {
  const { backOff, failure, lastSuccess } = exchange
  switch (trigger) {
    case 'asked':
      return null
    case 'online':
      // The wait was for a network, and here it is; a server that asked to be left alone still is.
      return failure?.kind === 'unreachable' ? null : waitUntil(backOff, now)
    case 'start':
    case 'return':
      return waitUntil(backOff, now)
    case 'timer': {
      // Another tab may just have done it.
      const last = lastSuccess === null ? -Infinity : Date.parse(lastSuccess)
      const calm = failure === null && toSend === 0 && last <= now && last + calmInterval > now
      return calm ? last + calmInterval : waitUntil(backOff, now)
    }
    default:
      return trigger satisfies never
  }
}

const pushThenPull = async (database: DeviceDatabase, ports: ExchangePorts): Promise<ExchangeFailure | null> => {
  try {
    // Also where it is refused: an older server does not know the question.
    const asked = await takeInventory(database, ports)
    if (asked !== null && isNobody(asked)) return asked
    const sendFailure = await sendAll(database, ports)
    // A refused push is no reason to miss what others returned; without a server there is nothing to pull.
    if (sendFailure !== null && isNobody(sendFailure)) return sendFailure
    const versions = await pullVersions(database, ports)
    const returns = versions.kind === 'failed' ? versions : await pullReturns(database, ports)
    if (returns.kind === 'restored') return await afterRestore(database, ports)
    return sendFailure ?? (returns.kind === 'failed' ? returns.failure : null)
  } catch (error) {
    return { kind: 'not-stored', reason: whyNotSaved(error), retryAfter: null }
  }
}

/**
 * What is to be taken out goes first, so that it can be refused when it comes from elsewhere. Versions go before
 * returns, so that the server can read what answers them. Sending returns may find that the server was restored: then
 * versions wait again, and the returns for them.
 */
const sendAll = async (database: DeviceDatabase, ports: ExchangePorts): Promise<ExchangeFailure | null> => {
  const erased = await eraseAll(database, ports)
  if (erased !== null && isNobody(erased)) return erased
  const returned = await sendSurveysAndReturns(database, ports)
  if (returned !== null && isNobody(returned)) return returned
  // Photos are large and go last: those of acknowledged returns also where another return was refused.
  const pictures = await sendAttachments(database, ports)
  return returned ?? pictures ?? erased
}

const sendSurveysAndReturns = async (
  database: DeviceDatabase,
  ports: ExchangePorts,
): Promise<ExchangeFailure | null> => {
  const published = await publishAll(database, ports)
  if (published !== null && isNobody(published)) return published
  const pushed = await pushAll(database, ports)
  if (published !== null || pushed !== null || (await countPublications(database)) === 0) return published ?? pushed
  return (await publishAll(database, ports)) ?? (await pushAll(database, ports))
}

const isNobody = ({ kind }: ExchangeFailure): boolean => kind === 'unreachable' || kind === 'not-the-server'

/** A restored server was found while pulling: everything waits again, and is sent at once. */
const afterRestore = async (database: DeviceDatabase, ports: ExchangePorts): Promise<ExchangeFailure | null> => {
  const sendFailure = await sendAll(database, ports)
  const returns = await pullReturns(database, ports)
  return sendFailure ?? (returns.kind === 'failed' ? returns.failure : null)
}
