import type { ResponseId, Revision, RevisionId } from '../../response/revision.ts'
import { type DeviceDatabase, type PutBack, thisDevice } from '../database.ts'
import { waitingOf } from '../outbox.ts'
import type { Clock } from '../ports.ts'
import { sendVersion } from '../publications.ts'
import { inTurn } from '../return-draft.ts'
import { deviceFrame } from './entries.ts'
import { type Folded, foldJournal } from './fold.ts'
import { type InDatabase, planPutBack, type PutBackPlan } from './plan-put-back.ts'
import { keysOf, putBackRows } from './shelves.ts'
import { putBackTablet } from '../tablet-copy.ts'
import { readSentinel } from './sentinel.ts'
import { writeSentinel } from './write-sentinel.ts'
import { putReturns, returnTables } from '../write-returns.ts'
import type { Segment } from './worker/messages.ts'

/** What was compared: null where the journal cannot be read. */
export type Compared = { readonly segments: readonly Segment[]; readonly putBack: PutBack | null } | null

/**
 * Compares the journal with the database and puts back what is missing: after the browser has emptied the database all
 * of it, with who this device is and which number comes next. Nothing is returned meanwhile, in any tab.
 */
export const putBack = (database: DeviceDatabase, clock: Clock): Promise<Compared> =>
  inTurn(database.name, async () => {
    // The lock first, from where it is newest: a family may have the tablet.
    await putBackTablet(database)
    const journal = await database.journal()
    const segments = await journal.read()
    if (segments === null) return null
    const folded = foldJournal(segments)
    const plan = planPutBack(folded, readSentinel(database.name), await readThere(database, folded))
    const revisions = new Map((await journal.bodies(plan.returns)).map((revision) => [revision.id, revision]))
    const at = clock().toISOString()
    const nothing = !plan.wiped && plan.returns.length + plan.drafts.length === 0
    const surveys = plan.wiped ? keysOf(folded.others, 'designs').length : 0
    const counts = { returns: revisions.size, drafts: plan.drafts.length, ...(surveys === 0 ? {} : { surveys }) }
    const told: PutBack = { at, wiped: plan.wiped, ...counts }
    const appSchema = await carryOut(database, plan, [...revisions.values()], nothing ? null : told)
    if (plan.wiped) await putBackRows(database, folded.others)
    writeSentinel(database.name, { ...plan.device, appSchema, at }, false)
    // The journal of a device that has returned nothing yet does not say whose it is.
    await journal.append({ states: [deviceFrame(plan.device)] })
    return { segments, putBack: nothing ? null : told }
  })

const readThere = (database: DeviceDatabase, journal: Folded): Promise<InDatabase> => {
  const { meta, returns, drafts, versions, deletedReturns, erasures } = database
  return database.transaction('r', [meta, returns, drafts, versions, deletedReturns, erasures], async () => {
    const ids: RevisionId[] = [...journal.returns.keys()]
    const kept = await drafts.toArray()
    return {
      device: await thisDevice(database),
      returns: new Set(ids.length === 0 ? [] : await returns.toCollection().primaryKeys()),
      drafts: new Map(kept.map((each) => [each.draft.response, each])),
      versions: new Set(await versions.toCollection().primaryKeys()),
      deleted: new Set([
        ...(await deletedReturns.toCollection().primaryKeys()),
        ...(keysOf(journal.others, 'deletedReturns') as readonly RevisionId[]),
      ]),
      erased: new Set([
        ...(await erasures.toCollection().primaryKeys()),
        ...(keysOf(journal.others, 'erasures') as readonly ResponseId[]),
      ]),
    }
  })
}

/** All of it or nothing. Gives the form that the database is written in. */
const carryOut = (
  database: DeviceDatabase,
  plan: PutBackPlan,
  revisions: readonly Revision[],
  told: PutBack | null,
): Promise<number> => {
  const { meta, outbox, drafts, versions, versionsOut } = database
  const tables = [meta, outbox, drafts, versions, versionsOut, ...returnTables(database)]
  return database.transaction('rw', tables, async () => {
    await putReturns(
      database,
      revisions.map((revision) => ({ revision, seq: null })),
    )
    // What the server has already it calls a duplicate.
    await outbox.bulkPut(revisions.map(waitingOf))
    const ids = new Set(revisions.map(({ id }) => id))
    await drafts.filter(({ revision }) => ids.has(revision)).delete()
    await drafts.bulkPut([...plan.drafts])
    await versions.bulkPut([...plan.versions])
    for (const version of plan.versions) await sendVersion(database, version)
    const device = await thisDevice(database)
    if (told !== null || device.sequence !== plan.device.sequence)
      await meta.put({ ...device, ...plan.device, ...(told === null ? {} : { putBack: told }) })
    return device.appSchema ?? 0
  })
}
