import type { RevisionsPage } from '../protocol/messages.ts'
import { readRevisionsPage } from '../protocol/read-revisions-page.ts'
import { readSurveysAnswer } from '../protocol/read-surveys-answer.ts'
import { askServer } from './ask-server.ts'
import { eraseHere, forgetErased } from './erase.ts'
import { type DeviceDatabase, type KeptReturn, thisDevice } from './database.ts'
import { epochTables, noteEpoch } from './note-epoch.ts'
import type { Clock, Fetch } from './ports.ts'
import type { ExchangeFailure } from './sync-state.ts'
import { keepStandings } from './keep-standings.ts'
import { keepSealTo } from './seal-to.ts'
import { keepVersions } from './keep-versions.ts'
import { mendUnknown } from './mend-unknown.ts'
import { isAmendment, putReturns } from './write-returns.ts'

/** What a pull came to. `restored`: the server is in another life than before, and this device offers all again. */
export type Pulled =
  | { readonly kind: 'pulled' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'failed'; readonly failure: ExchangeFailure }

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

const perPage = 500

const unreadable = (reason: string): Pulled => ({
  kind: 'failed',
  failure: { kind: 'unreadable', reason, retryAfter: null },
})

/** Fetches the published versions that this device does not have yet, and how each survey stands. */
export const pullVersions = async (database: DeviceDatabase, ports: Ports): Promise<Pulled> => {
  const answered = await askServer('/api/v1/surveys', {}, readSurveysAnswer, ports)
  if (!answered.ok) return { kind: 'failed', failure: answered.failure }
  const { versions, standings = [], sealTo } = answered.message
  await keepSealTo(database, sealTo)
  const unsound = await keepVersions(database, versions)
  await keepStandings(database, standings)
  await mendUnknown(database, new Set(versions.map(({ id }) => id)))
  return unsound.length === 0
    ? { kind: 'pulled' }
    : unreadable('A survey was changed on its way here. It was not kept.')
}

/** Fetches every return that the server has stored since the last pull. */
export const pullReturns = async (database: DeviceDatabase, ports: Ports): Promise<Pulled> => {
  for (let more = true; more;) {
    const { cursor } = await thisDevice(database)
    const path = `/api/v1/revisions?after=${cursor}&limit=${perPage}`
    const answered = await askServer(path, { cache: 'no-store' }, readRevisionsPage, ports)
    if (!answered.ok) return { kind: 'failed', failure: answered.failure }
    const page = answered.message
    if (page.after !== undefined && page.after !== cursor)
      return unreadable('The list of returns is not the part that was asked for.')
    if (page.next < cursor || (page.more && page.next === cursor))
      return unreadable('The list of returns from the server leads nowhere.')
    if (await keepPage(database, page, cursor)) return { kind: 'restored' }
    await forgetErased(
      database,
      (page.erasures ?? []).map(({ erasure }) => erasure.response),
    )
    // Who may see other returns than before asks for all of them again.
    more = page.more || (await thisDevice(database)).cursor < page.next
  }
  return { kind: 'pulled' }
}

const viewOf = ({ view }: RevisionsPage) => (view === undefined ? {} : { view })

/** The returns of a page and the place to go on from, together or not at all. True if the server was restored. */
const keepPage = (database: DeviceDatabase, page: RevisionsPage, asked: number): Promise<boolean> =>
  database.transaction('rw', [...epochTables(database), database.drafts], async () => {
    // A page asked for by a cursor of the life before may have skipped some: it is asked for again from the start.
    if (await noteEpoch(database, page)) return true
    const device = await thisDevice(database)
    if (device.cursor !== asked) return false
    const { view = '', ...row } = device
    if (asked > 0 && view !== (page.view ?? '')) {
      await database.meta.put({ ...row, ...viewOf(page), cursor: 0 })
      return false
    }
    const revisions = await notErased(database, page.revisions)
    const here = await database.returns.bulkGet(revisions.map(({ revision }) => revision.id))
    const kept = revisions.map(({ seq, revision }, index): KeptReturn => {
      const own = here[index]?.revision
      // What is here is never overwritten: a return does not change.
      return own === undefined ? { revision, seq } : { revision: own, seq: own.sha256 === revision.sha256 ? seq : null }
    })
    await putReturns(
      database,
      kept,
      kept.filter((each, index) => here[index] === undefined || isAmendment(each)),
    )
    // The lead may have taken in what was kept aside.
    await database.keptAside.bulkDelete(kept.flatMap(({ revision, seq }) => (seq === null ? [] : [revision.id])))
    for (const { erasure } of page.erasures ?? []) {
      await eraseHere(database, erasure, true)
      await database.erasuresOut.delete(erasure.response)
    }
    await database.meta.put({ ...row, ...viewOf(page), cursor: page.next })
    return false
  })

/** What was taken out here and is still to be taken out there is not fetched back. */
const notErased = async (
  database: DeviceDatabase,
  revisions: RevisionsPage['revisions'],
): Promise<RevisionsPage['revisions']> => {
  const erased = await database.erasures.bulkGet(revisions.map(({ revision }) => revision.response))
  return revisions.filter((_, index) => erased[index] === undefined)
}
