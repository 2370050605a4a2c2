import { keptAside } from '../protocol/refusals.ts'
import type { Revision, RevisionId } from '../response/revision.ts'
import type { VersionId } from '../survey/ids.ts'
import { type DeviceDatabase, type KeptAsideReturn, type KeptReturn, thisDevice } from './database.ts'
import type { Waiting } from './plan-push.ts'

/** What the outbox holds of a return: its key, and what planning needs. */
export const waitingOf = (revision: Revision): Waiting => ({
  id: revision.id,
  device: revision.device,
  deviceSequence: revision.deviceSequence,
  bytes: new TextEncoder().encode(JSON.stringify(revision)).length,
  attempts: 0,
})

export interface Outbox {
  /** Oldest first. */
  readonly toSend: readonly Revision[]
  readonly keptAside: readonly (KeptAsideReturn & { readonly revision: Revision | null })[]
}

/** What has not reached the server: what waits, and what the server keeps aside, each with its reason. */
export const readOutbox = (database: DeviceDatabase): Promise<Outbox> =>
  database.transaction('r', [database.outbox, database.keptAside, database.returns], async () => {
    const ids = await database.outbox.toCollection().primaryKeys()
    const waiting = await database.returns.bulkGet(ids)
    const aside = await database.keptAside.toArray()
    const asideReturns = await database.returns.bulkGet(aside.map(({ id }) => id))
    return {
      toSend: waiting
        .flatMap((kept) => (kept === undefined ? [] : [kept.revision]))
        .sort((a, b) => a.deviceSequence - b.deviceSequence),
      keptAside: aside.map((each, index) => ({ ...each, revision: asideReturns[index]?.revision ?? null })),
    }
  })

/** Whether a return has not reached the server yet, or was kept aside there. */
export const isWaiting = async (database: DeviceDatabase, id: RevisionId): Promise<boolean> =>
  (await database.outbox.get(id)) !== undefined || (await database.keptAside.get(id)) !== undefined

/** Puts what was kept aside back into the outbox, but for what the lead decided about: a person asked to try again. */
export const offerKeptAsideAgain = (database: DeviceDatabase): Promise<void> =>
  database.transaction('rw', [database.outbox, database.keptAside, database.returns], async () => {
    const ids = await database.keptAside.filter(({ rejected }) => rejected === undefined).primaryKeys()
    await offer(database, await database.returns.bulkGet(ids))
    await database.keptAside.bulkDelete(ids)
  })

/**
 * Puts every return of this device back into the outbox. The server may have been restored from an old backup; what
 * it still has it calls a duplicate.
 */
export const offerAllAgain = (database: DeviceDatabase): Promise<void> =>
  database.transaction('rw', [database.meta, database.outbox, database.keptAside, database.returns], async () => {
    const { device } = await thisDevice(database)
    await offer(database, await database.returns.where('revision.device').equals(device).toArray())
    await database.keptAside.clear()
  })

/**
 * Puts returns that the server kept aside, since it did not know their version, back into the outbox: it knows these
 * versions now.
 */
export const offerAnswersTo = (database: DeviceDatabase, known: ReadonlySet<VersionId>): Promise<void> =>
  database.transaction('rw', [database.outbox, database.keptAside, database.returns], async () => {
    const answering = (await returnsToUnknown(database)).filter(({ revision }) => known.has(revision.version))
    await offer(database, answering)
    await database.keptAside.bulkDelete(answering.map(({ revision }) => revision.id))
  })

/** The returns that the server kept aside since it did not know their version. */
export const returnsToUnknown = async (database: DeviceDatabase): Promise<readonly KeptReturn[]> => {
  const aside = await database.keptAside
    .filter(({ reason, rejected }) => reason === keptAside['unknown-version'] && rejected === undefined)
    .primaryKeys()
  return (await database.returns.bulkGet(aside)).flatMap((kept) => (kept === undefined ? [] : [kept]))
}

const offer = async (database: DeviceDatabase, kept: readonly (KeptReturn | undefined)[]): Promise<void> => {
  await database.outbox.bulkPut(kept.flatMap((each) => (each === undefined ? [] : [waitingOf(each.revision)])))
}
