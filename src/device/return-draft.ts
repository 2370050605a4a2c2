import type { Answers } from '../response/answers.ts'
import { type Revision, sealRevision } from '../response/revision.ts'
import type { Statuses } from '../response/status.ts'
import { type DeviceDatabase, type DeviceRow, type KeptDraft, thisDevice } from './database.ts'
import { deviceFrame, draftGoneFrame, returnFrame } from './journal/entries.ts'
import type { Appended, Entries } from './journal/journal.ts'
import { readSentinel } from './journal/sentinel.ts'
import { isSealed } from '../protocol/sealed-return.ts'
import { readSealTo } from './seal-to.ts'
import { writeSentinel } from './journal/write-sentinel.ts'
import { waitingOf } from './outbox.ts'
import type { Clock } from './ports.ts'
import { reopenOnce } from './reopen-once.ts'
import { whyNotSaved } from './storage-failure.ts'
import { putReturns, returnTables } from './write-returns.ts'

/**
 * How a return ended.
 * - `returned`: the return is kept and waits to be sent; the draft is gone. `only` names the one place that could keep
 *   it, where it is not both: in the journal alone it is put into the database at the next start
 * - `conflict`: another tab saved the draft since; `newer` is what it saved, and nothing was returned
 * - `gone`: another tab deleted the draft
 * - `failed`: nothing was written, the draft is as it was; `reason` is a sentence
 */
export type DraftReturned =
  | { readonly kind: 'returned'; readonly revision: Revision; readonly only?: 'database' | 'journal' }
  | { readonly kind: 'conflict'; readonly newer: KeptDraft }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

type NotReturned = Exclude<DraftReturned, { kind: 'returned' }>

export interface Settled {
  readonly answers: Answers
  readonly statuses: Statuses
}

/**
 * Makes the return of a draft as it was last saved, with the device's next number, and puts it in the outbox. Returning
 * the same draft again, in any tab, gives the same one return. `settled` is what the engine made of the draft's
 * answers: those to what is still asked, and why each item holds what it holds.
 *
 * This is the one place where a return comes to be kept: it is in the journal before it is in the database, and in both
 * before `returned` is said. The tabs of a device return one after the other, so that no number is given twice.
 */
export const returnDraft = (
  database: DeviceDatabase,
  kept: KeptDraft,
  settled: Settled,
  clock: Clock,
): Promise<DraftReturned> => inTurn(database.name, () => returnInTurn(database, kept, settled, clock))

/** Holds the turn in which this device gives numbers to returns. */
export const inTurn = <Result>(name: string, act: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(`proforma-return-${name}`, act)

const returnInTurn = async (
  database: DeviceDatabase,
  kept: KeptDraft,
  settled: Settled,
  clock: Clock,
): Promise<DraftReturned> => {
  const planned = await plan(database, kept)
  if ('kind' in planned) return planned
  const { device, fault } = planned
  const made = await sealed(database, newReturn(kept, device, settled, clock))
  if (!made.ok) return { kind: 'failed', reason: made.reason }
  const { revision } = made
  // What was journalled while the form was filled in would lie open beside the box.
  const clean = isSealed(revision)
  const next = { device: device.device, sequence: revision.deviceSequence }
  const journalled = await append(database, { returns: [returnFrame(revision, 'made')] })
  const outcome = fault === null ? await commit(database, kept, revision) : failedBy(fault)
  switch (outcome.kind) {
    case 'returned': {
      const { appSchema = 0 } = device
      writeSentinel(database.name, { ...next, appSchema, at: revision.returnedAt })
      // The return itself says that its draft is no more: nobody waits for this.
      void append(database, { states: [draftGoneFrame(revision.response, revision.id), deviceFrame(next)], clean })
      return journalled.ok ? outcome : { ...outcome, only: 'database' }
    }
    case 'conflict':
    case 'gone':
      await append(database, { returns: [returnFrame(revision, 'taken-back')] })
      return outcome
    case 'failed': {
      if (!journalled.ok) return outcome
      const alone = await append(database, { returns: [returnFrame(revision, 'alone')], alone: true })
      if (!alone.ok) return outcome
      // The next start finds the database behind, and puts the return into it.
      writeSentinel(database.name, { ...next, appSchema: device.appSchema ?? 0, at: revision.returnedAt })
      if (clean) void append(database, { states: [draftGoneFrame(revision.response, revision.id)], clean })
      return { kind: 'returned', revision, only: 'journal' }
    }
    default:
      return outcome satisfies never
  }
}

type Device = Pick<DeviceRow, 'device' | 'sequence' | 'appSchema'>

interface Plan {
  readonly device: Device
  /** Why the database cannot be asked; null where it can. */
  readonly fault: unknown
}

const failedBy = (error: unknown): DraftReturned => ({ kind: 'failed', reason: whyNotSaved(error) })

/** What is there to return, and by whom; or how it ended already. */
const plan = async (database: DeviceDatabase, kept: KeptDraft): Promise<Plan | DraftReturned> => {
  const { meta, drafts, returns } = database
  const remembered = readSentinel(database.name)
  try {
    return await reopenOnce(database, () =>
      database.transaction('r', [meta, drafts, returns], async (): Promise<Plan | DraftReturned> => {
        const already = await returns.get(kept.revision)
        if (already !== undefined) return { kind: 'returned', revision: already.revision }
        const device = await thisDevice(database)
        const there = await drafts.get(kept.draft.response)
        const refused = whyNot(there, kept)
        if (refused !== null) return refused
        // Returns that the journal alone could keep have numbers that the database does not know of.
        const sequence =
          remembered?.device === device.device ? Math.max(device.sequence, remembered.sequence) : device.sequence
        return { device: { ...device, sequence }, fault: null }
      }),
    )
  } catch (error) {
    return remembered === null ? failedBy(error) : { device: remembered, fault: error }
  }
}

const whyNot = (there: KeptDraft | undefined, kept: KeptDraft): NotReturned | null => {
  if (there === undefined || there.revision !== kept.revision) return { kind: 'gone' }
  // One that is behind missed a save that the journal alone could take.
  return there.counter <= kept.counter ? null : { kind: 'conflict', newer: there }
}

const newReturn = ({ draft, revision }: KeptDraft, device: Device, settled: Settled, clock: Clock): Revision => {
  const { response, survey, version, way, language, startedAt, amends, notes, consents, seconds } = draft
  return sealRevision({
    id: revision,
    response,
    survey,
    version,
    device: device.device,
    deviceSequence: device.sequence + 1,
    replaces: amends,
    answers: settled.answers,
    statuses: settled.statuses,
    way,
    language,
    startedAt,
    returnedAt: clock().toISOString(),
    ...(notes === undefined ? {} : { notes }),
    ...(consents === undefined ? {} : { consents }),
    ...(seconds === undefined ? {} : { seconds }),
  })
}

type Sealed = { readonly ok: true; readonly revision: Revision } | { readonly ok: false; readonly reason: string }

/** On a tablet that the organisation has enrolled, a return is sealed before it is kept anywhere. */
const sealed = async (database: DeviceDatabase, revision: Revision): Promise<Sealed> => {
  const sealTo = await readSealTo(database)
  if (sealTo === null) return { ok: true, revision }
  try {
    const { sealReturn } = await import('./seal-return.ts')
    return { ok: true, revision: await sealReturn(revision, sealTo) }
  } catch {
    return { ok: false, reason: 'The answers could not be sealed on this tablet. Ask your lead to enrol it again.' }
  }
}

const append = async (database: DeviceDatabase, entries: Entries): Promise<Appended> => {
  try {
    return await (await database.journal()).append(entries)
  } catch {
    return { ok: false, refused: false, reason: 'A part of the app is not on this device.' }
  }
}

/** Puts the return into the database in place of its draft, in one transaction with the number it took. */
const commit = async (database: DeviceDatabase, kept: KeptDraft, revision: Revision): Promise<DraftReturned> => {
  const { meta, drafts, returns, outbox } = database
  try {
    return await reopenOnce(database, () =>
      database.transaction(
        'rw',
        [meta, drafts, outbox, ...returnTables(database)],
        async (): Promise<DraftReturned> => {
          // A first try may have been committed before the connection broke.
          if ((await returns.get(revision.id)) !== undefined) return { kind: 'returned', revision }
          const refused = whyNot(await drafts.get(revision.response), kept)
          if (refused !== null) return refused
          await meta.put({ ...(await thisDevice(database)), sequence: revision.deviceSequence })
          await putReturns(database, [{ revision, seq: null }])
          await outbox.add(waitingOf(revision))
          await drafts.delete(revision.response)
          return { kind: 'returned', revision }
        },
      ),
    )
  } catch (error) {
    return failedBy(error)
  }
}
