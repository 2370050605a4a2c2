import { afterFailure, waitUntil } from './back-off.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import type { ExchangePorts } from './exchange.ts'
import { draftHere, isSent, readOnTheWay } from './invitation.ts'
import { noBackOff } from './no-back-off.ts'
import { offerKeptAsideAgain } from './outbox.ts'
import type { Fetch } from './ports.ts'
import { pushAll } from './push.ts'
import { sendAttachments } from './send-attachments.ts'
import { whyNotSaved } from './storage-failure.ts'
import type { Sync } from './sync.ts'
import type { ExchangeFailure } from './sync-state.ts'
import { askServer } from './ask-server.ts'
import { isJsonObject } from '../survey/json.ts'

/** How the wire is reached with nothing but a link: the same messages, under the recipient's own addresses. */
export const linkFetch =
  (token: string, fetch: Fetch): Fetch =>
  (path, init) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Link ${token}`)
    const own = path.startsWith('/api/v1/recipient') ? path : path.replace('/api/v1/', '/api/v1/recipient/')
    return fetch(own, { ...init, headers, credentials: 'omit' })
  }

export interface LinkSyncPorts extends ExchangePorts {
  readonly locks: Pick<LockManager, 'request'>
  readonly network: EventTarget
}

/** Milliseconds between two looks at whether something waits. */
const interval = 4000

/**
 * Sends what was answered by a link: a return when it is made, answers on their way as they are saved. Nothing is
 * fetched but how the link itself stands: no recipient's browser holds anything of another.
 */
export const startLinkSync = (database: DeviceDatabase, ports: LinkSyncPorts): Sync => {
  let stopped = false
  let running = Promise.resolve()
  const wake = (asked: boolean): Promise<void> => {
    const once = () => ports.locks.request(`${database.name}-sync`, () => exchangeByLink(database, asked, ports))
    running = running.then(() => (stopped ? undefined : once())).catch(() => undefined)
    return running
  }
  const online = (): void => void wake(true)
  ports.network.addEventListener('online', online)
  const timer = setInterval(() => void wake(false), interval)
  void wake(true)
  return {
    returned: () => wake(true),
    sendNow: async () => {
      await offerKeptAsideAgain(database)
      await wake(true)
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      ports.network.removeEventListener('online', online)
      await running
    },
  }
}

const exchangeByLink = async (database: DeviceDatabase, asked: boolean, ports: LinkSyncPorts): Promise<void> => {
  const { exchange } = await thisDevice(database)
  if (!asked && waitUntil(exchange.backOff, ports.clock().getTime()) !== null) return
  const isWaiting = (await database.outbox.count()) > 0 || (await draftWaits(database))
  if (!asked && !isWaiting) return
  const failure = await sendByLink(database, ports)
  const now = ports.clock()
  await database.transaction('rw', database.meta, async () => {
    const device = await thisDevice(database)
    const backOff =
      failure === null ? noBackOff : afterFailure(exchange.backOff, now.getTime(), ports.random, failure.retryAfter)
    const lastSuccess = failure === null && isWaiting ? now.toISOString() : device.exchange.lastSuccess
    await database.meta.put({ ...device, exchange: { ...device.exchange, lastSuccess, failure, backOff } })
  })
}

const draftWaits = async (database: DeviceDatabase): Promise<boolean> => {
  const invitation = await database.invitations.get('this')
  const here = await draftHere(database)
  if (invitation?.shared === true) return false
  return invitation !== undefined && here !== null && invitation.elsewhere === null && !isSent(here, invitation)
}

const sendByLink = async (database: DeviceDatabase, ports: LinkSyncPorts): Promise<ExchangeFailure | null> => {
  try {
    return (
      (await pushAll(database, ports)) ?? (await sendAttachments(database, ports)) ?? (await sendDraft(database, ports))
    )
  } catch (error) {
    return { kind: 'not-stored', reason: whyNotSaved(error), retryAfter: null }
  }
}

/** Puts the answers on their way where any device finds them; what another one put there meanwhile is not written over. */
const sendDraft = async (database: DeviceDatabase, ports: LinkSyncPorts): Promise<ExchangeFailure | null> => {
  const invitation = await database.invitations.get('this')
  const here = await draftHere(database)
  if (invitation === undefined || here === null || !(await draftWaits(database))) return null
  const { answers, language, response } = here.draft
  let met: Response | null = null
  const fetch: Fetch = async (path, init) => {
    const answered = await ports.fetch(path, init)
    if (answered.status === 409) met = answered.clone()
    return answered
  }
  const put = {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ after: invitation.number, draft: { answers, language: language ?? 'default' } }),
  }
  const saved = await askServer('/api/v1/recipient/draft', put, readNumber, { ...ports, fetch })
  if (saved.ok) {
    const sent = { response, counter: here.counter }
    await database.invitations.update('this', { number: saved.message, sent })
    return null
  }
  if (met === null) return saved.failure
  const elsewhere = readOnTheWay(await (met as Response).json())
  if (elsewhere !== null) await database.invitations.update('this', { elsewhere })
  return null
}

const readNumber = (json: unknown): number | null =>
  isJsonObject(json) && typeof json['number'] === 'number' ? json['number'] : null
