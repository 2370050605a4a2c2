import type { Answers } from '../../../src/response/answers.ts'
import type { ResponseId, RevisionId } from '../../../src/response/revision.ts'
import { returnDraft } from '../../../src/device/return-draft.ts'
import { opened, clock } from './open.ts'
import { filledIn } from './returns.ts'
import type { Statuses } from '../../../src/response/status.ts'
import { itemId } from '../../../src/survey/ids.ts'

const statuses: Statuses = { [itemId('note')]: 'answered' }

export const read = async (name: string) => (await (await opened(name)).journal()).read()

export const bodies = async (name: string, ids: readonly RevisionId[]) =>
  (await (await opened(name)).journal()).bodies(ids)

export const forget = async (name: string, responses: readonly ResponseId[]) =>
  (await (await opened(name)).journal()).forget(responses)

/** Writes so many states of one key, each of so many letters. */
export const writeStates = async (name: string, count: number, letters: number) => {
  const journal = await (await opened(name)).journal()
  for (let index = 1; index <= count; index += 1)
    await journal.append({ states: [{ key: 'draft:one', value: { index, text: 'x'.repeat(letters) } }] })
}

/** Ends the worker in the middle of whatever it does, as a crash would. */
export const killWorker = async (name: string) => (await (await opened(name)).journal()).close()

/** Puts half a frame at the end of every segment of returns. */
export const tear = async (name: string) => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(`journal-${name}`)
  for await (const [file, handle] of folder.entries()) {
    if (!file.startsWith('returns-') || !(handle instanceof FileSystemFileHandle)) continue
    const writer = await handle.createWritable({ keepExistingData: true })
    await writer.seek((await handle.getFile()).size)
    await writer.write(new Uint8Array([200, 0, 0, 0, 1, 2, 3]))
    await writer.close()
  }
}

/** Returns a form while the database fails to add a row with that error, `times` times. */
export const returnWhile = async (name: string, answers: Answers, error: string, times: number) => {
  const kept = await filledIn(name, answers)
  const original = Reflect.get(IDBObjectStore.prototype, 'add')
  let left = times
  IDBObjectStore.prototype.add = function (...given) {
    if (left <= 0) return original.apply(this, given)
    left -= 1
    throw new DOMException('Made to fail', error)
  }
  try {
    return await returnDraft(await opened(name), kept, { answers, statuses }, clock)
  } finally {
    IDBObjectStore.prototype.add = original
  }
}
