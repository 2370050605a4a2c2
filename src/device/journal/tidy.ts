import type { RevisionId } from '../../response/revision.ts'
import { type DeviceDatabase, thisDevice } from '../database.ts'
import type { Clock } from '../ports.ts'
import { draftFrame, versionFrame } from './entries.ts'
import { foldJournal } from './fold.ts'
import { planTidy } from './plan-tidy.ts'
import { putBack } from './put-back.ts'
import { shelfFrames } from './shelves.ts'
import type { Segment } from './worker/messages.ts'

/**
 * Once at each start, when nobody waits for it: compares the journal with the database, writes the state that earlier
 * tabs left behind anew into one segment, and removes what is not needed any more.
 */
export const tidyJournal = async (database: DeviceDatabase, clock: Clock): Promise<void> => {
  const compared = await putBack(database, clock)
  if (compared === null) return
  await tidyState(database, compared.segments)
  await tidyReturns(database, compared.segments, clock)
}

/** What still holds, and every row that is kept a second time, is written to this tab's own segment before the old ones go. */
const tidyState = async (database: DeviceDatabase, segments: readonly Segment[]): Promise<void> => {
  const left = segments.filter(({ kind, open }) => kind === 'state' && !open)
  const { drafts, versions } = foldJournal(segments)
  const kept = new Map((await database.drafts.toArray()).map(({ draft, revision }) => [draft.response, revision]))
  const waiting = await database.returns.bulkGet(await database.outbox.toCollection().primaryKeys())
  const begun = [...drafts.values()].filter(({ draft, revision }) => kept.get(draft.response) === revision)
  const needed = new Set([
    ...begun.map(({ draft }) => draft.version),
    ...waiting.flatMap((each) => (each === undefined ? [] : [each.revision.version])),
  ])
  const journal = await database.journal()
  const written = await journal.append({
    states: [
      ...versions.filter(({ id }) => needed.has(id)).map(versionFrame),
      ...begun.map(draftFrame),
      ...(await shelfFrames(database)),
    ],
  })
  if (written.ok) await journal.drop(left.map(({ name }) => name))
}

const tidyReturns = async (database: DeviceDatabase, segments: readonly Segment[], clock: Clock): Promise<void> => {
  const { outbox, keptAside, coveredSegments, deletedReturns, erasures } = database
  const journal = await database.journal()
  // Another tab had it open when it was to be forgotten.
  const deleted = new Set(await deletedReturns.toCollection().primaryKeys())
  const erased = new Set(await erasures.toCollection().primaryKeys())
  const heads = segments.flatMap(({ returns }) => returns)
  await journal.forget(
    heads.filter(({ id, response }) => deleted.has(id) || erased.has(response)).map(({ response }) => response),
  )
  const now = clock()
  const since = new Map((await coveredSegments.toArray()).map(({ segment, since: at }) => [segment, Date.parse(at)]))
  const unsent = [...(await outbox.toCollection().primaryKeys()), ...(await keptAside.toCollection().primaryKeys())]
  const { drop, newlyCovered, uncovered } = planTidy(segments, {
    unsent: new Set(unsent),
    coveredSince: since,
    isBackedUp: await backedUp(
      database,
      heads.map(({ id }) => id),
    ),
    now: now.getTime(),
  })
  await journal.drop(drop)
  await database.transaction('rw', coveredSegments, async () => {
    await coveredSegments.bulkDelete([...drop, ...uncovered])
    await coveredSegments.bulkPut(newlyCovered.map((segment) => ({ segment, since: now.toISOString() })))
  })
}

/** By the number up to which the server said that its backup goes; an older server says nothing of it. */
const backedUp = async (database: DeviceDatabase, ids: readonly RevisionId[]): Promise<(id: RevisionId) => boolean> => {
  const { backedUpTo } = await thisDevice(database)
  if (backedUpTo === undefined) return () => false
  const kept = await database.returns.bulkGet([...ids])
  const covered = new Set(
    kept.flatMap((each) =>
      each === undefined || each.seq === null || each.seq > backedUpTo ? [] : [each.revision.id],
    ),
  )
  return (id) => covered.has(id)
}
