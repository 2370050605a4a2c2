import { createHash } from 'node:crypto'
import type { BrowserContext, Route } from 'playwright-core'
import type { Ack, Inventory, Publish, Push } from '../../src/protocol/messages.ts'
import type { Revision } from '../../src/response/revision.ts'
import type { Version } from '../../src/survey/version.ts'

export interface Reply {
  readonly status?: number
  readonly headers?: { readonly [name: string]: string }
  readonly body: string
}

/** What happens to a request in place of the server's answer: `null` leaves it to the server, `cut` drops it. */
export type Mishap = (path: string, push: Push | null) => Reply | 'cut' | null

/** Answers a tab's real requests as the server does, from memory, and can be told to misbehave. */
export interface PretendServer {
  readonly stored: Revision[]
  readonly versions: Version[]
  readonly pushes: Push[]
  readonly publications: Publish[]
  /** What came of photos and drawings, by the SHA-256 that they were sent under. */
  readonly attachments: Map<string, Buffer>
  /** The path of every request. */
  readonly requests: string[]
  epoch: string
  mishap: Mishap
  /** How many requests were open at once, at most. */
  mostAtOnce: number
}

export const mark = { 'x-proforma': 'proforma-1', 'content-type': 'application/json; charset=utf-8' } as const

export const pretendServer = async (profile: BrowserContext): Promise<PretendServer> => {
  const server: PretendServer = {
    stored: [],
    versions: [],
    pushes: [],
    publications: [],
    attachments: new Map(),
    requests: [],
    epoch: 'first',
    mishap: () => null,
    mostAtOnce: 0,
  }
  let open = 0
  await profile.route('**/api/v1/**', async (route) => {
    open += 1
    server.requests.push(new URL(route.request().url()).pathname)
    server.mostAtOnce = Math.max(server.mostAtOnce, open)
    await answer(server, route)
    open -= 1
  })
  return server
}

const answer = async (server: PretendServer, route: Route): Promise<void> => {
  const url = new URL(route.request().url())
  if (url.pathname.startsWith('/api/v1/attachments/')) return attachment(server, route, url)
  if (route.request().method() === 'POST' && url.pathname === '/api/v1/surveys') return publish(server, route)
  if (url.pathname === '/api/v1/inventory') {
    const { device, sequence } = route.request().postDataJSON() as Inventory
    const own = server.stored.filter((revision) => revision.device === device)
    const numbers = new Set(own.map(({ deviceSequence }) => deviceSequence))
    const all = Array.from({ length: Math.max(sequence, ...numbers) }, (_, index) => index + 1)
    const counts = { highest: Math.max(0, ...numbers), count: numbers.size }
    const missing = all.filter((number) => !numbers.has(number)).slice(0, 100)
    const held = { protocol: 1, server: 'pretend', epoch: server.epoch, ...counts, missing }
    return route.fulfill({ headers: mark, body: JSON.stringify(held) })
  }
  const push = route.request().method() === 'POST' ? (route.request().postDataJSON() as Push) : null
  if (push !== null) server.pushes.push(push)
  const mishap = server.mishap(url.pathname, push)
  if (mishap === 'cut') return route.abort('connectionreset')
  if (mishap !== null) return route.fulfill({ headers: { 'content-type': 'text/html' }, ...mishap })
  const told = { protocol: 1, server: 'pretend', epoch: server.epoch }
  return route.fulfill({ headers: mark, body: JSON.stringify({ ...told, ...answerTo(server, url, push) }) })
}

/** Takes the parts of a photo as they come, one after the other; what it has is whole when it is as long as it should be. */
const attachment = (server: PretendServer, route: Route, url: URL): Promise<void> => {
  const mishap = server.mishap(`${route.request().method()} ${url.pathname}${url.search}`, null)
  if (mishap === 'cut') return route.abort('connectionreset')
  if (mishap !== null) return route.fulfill({ headers: { 'content-type': 'text/html' }, ...mishap })
  const sha256 = url.pathname.slice('/api/v1/attachments/'.length)
  const before = server.attachments.get(sha256) ?? Buffer.alloc(0)
  const part = route.request().postDataBuffer()
  const bytes = part === null ? before : Buffer.concat([before, part])
  if (part !== null) server.attachments.set(sha256, bytes)
  const total = part === null ? null : Number(url.searchParams.get('total'))
  const complete = bytes.length > 0 && createHash('sha256').update(bytes).digest('hex') === sha256
  const told = { protocol: 1, server: 'pretend', epoch: server.epoch, sha256, received: bytes.length, total, complete }
  return route.fulfill({ headers: mark, body: JSON.stringify(told) })
}

/** Takes every version and standing as it comes. */
const publish = (server: PretendServer, route: Route): Promise<void> => {
  if (server.mishap('/api/v1/surveys', null) === 'cut') return route.abort('connectionreset')
  const publication = route.request().postDataJSON() as Publish
  server.publications.push(publication)
  server.versions.push(...publication.versions)
  const versions = publication.versions.map(({ id, number }) => ({ id, status: 'published', number, reason: null }))
  const standings = publication.standings.map(({ id }) => ({ id, status: 'kept', seq: 1, reason: null }))
  const told = { protocol: 1, server: 'pretend', epoch: server.epoch }
  return route.fulfill({ headers: mark, body: JSON.stringify({ ...told, versions, standings }) })
}

const answerTo = (server: PretendServer, url: URL, push: Push | null): object => {
  if (push !== null) return { acks: push.revisions.map((revision) => store(server, revision)) }
  if (url.pathname === '/api/v1/surveys') return { versions: server.versions }
  const after = Number(url.searchParams.get('after'))
  const end = after + Number(url.searchParams.get('limit'))
  const revisions = server.stored.slice(after, end).map((revision, index) => ({ seq: after + index + 1, revision }))
  return { revisions, next: after + revisions.length, more: server.stored.length > end }
}

const store = (server: PretendServer, revision: Revision): Ack => {
  const there = server.stored.findIndex(({ id }) => id === revision.id)
  const seq = there < 0 ? server.stored.push(revision) : there + 1
  return { id: revision.id, status: there < 0 ? 'stored' : 'duplicate', seq, sha256: revision.sha256, reason: null }
}
