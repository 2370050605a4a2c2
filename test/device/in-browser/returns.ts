import type { KeptDraft } from '../../../src/device/database.ts'
import { countReturned } from '../../../src/device/count-returned.ts'
import { startAmendment } from '../../../src/device/drafts.ts'
import { readOutbox } from '../../../src/device/outbox.ts'
import { returnDraft } from '../../../src/device/return-draft.ts'
import { returnsOf } from '../../../src/device/returns.ts'
import { saveDraft } from '../../../src/device/save-draft.ts'
import type { Answers } from '../../../src/response/answers.ts'
import { currentReturns } from '../../../src/response/current.ts'
import type { Revision, RevisionId } from '../../../src/response/revision.ts'
import type { Statuses } from '../../../src/response/status.ts'
import { itemId } from '../../../src/survey/ids.ts'
import { begun, clock, form, newId, opened } from './open.ts'

const statuses: Statuses = { [itemId('note')]: 'answered' }

const settled = ({ draft }: KeptDraft) => ({ answers: draft.answers, statuses })

export const filledIn = async (name: string, answers: Answers) => {
  const saved = await saveDraft(await opened(name), await begun(name), { answers, page: 2, language: 'en' }, clock)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return saved.kept
}

export const giveBack = async (name: string, kept: KeptDraft) =>
  returnDraft(await opened(name), kept, settled(kept), clock)

/** Returns forms one after the other; the revisions. */
export const returnForms = async (name: string, count: number): Promise<readonly Revision[]> => {
  const revisions: Revision[] = []
  for (let index = 1; index <= count; index += 1) {
    const returned = await giveBack(name, await filledIn(name, { note: `form ${index}` }))
    if (returned.kind === 'returned') revisions.push(returned.revision)
  }
  return revisions
}

export const amend = async (name: string, revision: Revision, answers: Answers) => {
  const database = await opened(name)
  const started = await startAmendment(database, revision, {}, clock, newId)
  if (!started.ok) throw new Error(started.reason)
  const saved = await saveDraft(database, started.kept, { answers, page: 0, language: 'en' }, clock)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return returnDraft(database, saved.kept, settled(saved.kept), clock)
}

export const kept = async (name: string) => {
  const database = await opened(name)
  return {
    drafts: await database.drafts.count(),
    returns: await returnsOf(database, form.survey),
    outbox: await readOutbox(database),
    device: await database.meta.get('this'),
  }
}

/** How many Home counts, and how many a table would; `without` is taken off this device first. */
export const counted = async (name: string, without: readonly RevisionId[] = []) => {
  const database = await opened(name)
  await database.returns.bulkDelete([...without])
  return {
    home: await countReturned(database, form.survey),
    table: currentReturns(await returnsOf(database, form.survey)).length,
  }
}

/** How the browser was asked to write, for each transaction that writes from the first opening to a return. */
export const durabilities = async (name: string): Promise<readonly string[]> => {
  const seen: string[] = []
  type Begin = (this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) => IDBTransaction
  const original = Reflect.get(IDBDatabase.prototype, 'transaction') as Begin
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = original.apply(this, given)
    if (transaction.mode === 'readwrite') seen.push(transaction.durability)
    return transaction
  }
  await returnForms(name, 2)
  IDBDatabase.prototype.transaction = original
  return seen
}

/** Milliseconds that each of so many returns took, journal and database, from the call to its end. */
export const timeReturns = async (name: string, count: number): Promise<readonly number[]> => {
  const times: number[] = []
  for (let index = 1; index <= count; index += 1) {
    const draft = await filledIn(name, { note: `form ${index}`, words: 'We meet at the library. '.repeat(40) })
    const begun = performance.now()
    const returned = await giveBack(name, draft)
    if (returned.kind !== 'returned' || returned.only !== undefined) throw new Error('It was not kept twice')
    times.push(performance.now() - begun)
  }
  return times
}
