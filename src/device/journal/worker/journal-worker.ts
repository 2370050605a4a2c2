import type { ResponseId, RevisionId } from '../../../response/revision.ts'
import type { Json } from '../../../survey/json.ts'
import { beginLog, continueLog, type Log, segmentBytes } from './log.ts'
import type { Answer, Ask, ReturnFrame, StateFrame } from './messages.ts'
import { indexOf, readSegments, returnsIn } from './segments.ts'

declare const self: DedicatedWorkerGlobalScope

/** The name of the worker is the name of the journal. */
const openFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(`journal-${self.name}`, { create: true })

let opening: Promise<FileSystemDirectoryHandle> | null = null
let returns: Log | null = null
let state: Log | null = null
/** The latest state that this worker wrote, by key: what a new segment begins with. */
const carried = new Map<string, Json>()
let carriedBytes = 0

const ownNames = (): readonly string[] => [returns, state].flatMap((log) => (log === null ? [] : [log.name]))

const appendReturns = async (folder: FileSystemDirectoryHandle, frames: readonly ReturnFrame[]): Promise<void> => {
  if (frames.length === 0) return
  if (returns !== null && returns.size() >= segmentBytes) {
    returns.close()
    returns = null
  }
  returns ??= (await continueLog(folder)) ?? (await beginLog(folder, 'returns'))
  returns.append(frames as unknown as readonly Json[])
}

const appendStates = async (folder: FileSystemDirectoryHandle, frames: readonly StateFrame[]): Promise<void> => {
  if (frames.length === 0) return
  if (state !== null && state.size() < segmentBytes + 2 * carriedBytes) state.append(frames as unknown as Json[])
  for (const { key, value } of frames) carried.set(key, value)
  if (state === null || state.size() >= segmentBytes + 2 * carriedBytes) await writeStateAnew(folder)
}

const append = async (folder: FileSystemDirectoryHandle, ask: Extract<Ask, { kind: 'append' }>): Promise<void> => {
  await appendReturns(folder, ask.returns)
  await appendStates(folder, ask.states)
  if (ask.clean && state !== null) await writeStateAnew(folder)
}

/**
 * Whether the files that are written to are still to be found. On a full disk Chromium may clear all that an origin keeps,
 * under its open pages: a file that is open goes on taking what is written, and nobody finds it again. What is written
 * anew meanwhile is gone with the next start of the browser.
 */
const isThere = async (): Promise<boolean> => {
  if (!takenAway)
    try {
      const folder = await openFolder()
      for (const name of ownNames()) await folder.getFileHandle(name)
    } catch {
      takenAway = true
    }
  return !takenAway
}

let takenAway = false

/** Begins a segment of state with all that holds; only then the one before is removed. */
const writeStateAnew = async (folder: FileSystemDirectoryHandle): Promise<void> => {
  const before = state
  const next = await beginLog(folder, 'state')
  try {
    next.append([...carried].map(([key, value]) => ({ key, value })))
  } catch (error) {
    next.close()
    await folder.removeEntry(next.name)
    throw error
  }
  state = next
  carriedBytes = next.size()
  before?.close()
  if (before !== null) await folder.removeEntry(before.name)
}

const bodiesOf = async (folder: FileSystemDirectoryHandle, ids: readonly RevisionId[]): Promise<readonly Json[]> => {
  const wanted = new Set(ids)
  const found = new Map<RevisionId, Json>()
  for (const contents of await readSegments(folder, ownNames()))
    for (const { id, stands, revision } of returnsIn(contents))
      if (wanted.has(id) && stands !== 'taken-back') found.set(id, revision)
  return [...found.values()]
}

const drop = async (folder: FileSystemDirectoryHandle, segments: readonly string[]): Promise<void> => {
  for (const name of segments) {
    // One that a tab has open cannot be removed, and is left.
    if (!ownNames().includes(name)) await folder.removeEntry(name).catch(() => undefined)
  }
}

/** What is to be forgotten is left out of a new segment; then the old one is removed. */
const forget = async (folder: FileSystemDirectoryHandle, responses: ReadonlySet<ResponseId>): Promise<void> => {
  returns?.close()
  returns = null
  for (const contents of await readSegments(folder, ownNames())) {
    const frames = returnsIn(contents)
    const left = frames.filter(({ response }) => !responses.has(response))
    if (left.length === frames.length || contents.open) continue
    if (left.length > 0) {
      const anew = await beginLog(folder, 'returns')
      anew.append(left as unknown as readonly Json[])
      anew.close()
    }
    await folder.removeEntry(contents.name)
  }
  for (const response of responses) carried.delete(`draft:${response}`)
  if (state !== null) await writeStateAnew(folder)
}

const nothing = { ok: true, segments: [], bodies: [] } as const

const carryOut = async (ask: Ask): Promise<Answer> => {
  opening ??= openFolder()
  const folder = await opening
  switch (ask.kind) {
    case 'append':
      await append(folder, ask)
      if (ask.alone && !(await isThere())) throw new DOMException('The files were taken away', 'NotFoundError')
      return nothing
    case 'read':
      return { ...nothing, segments: (await readSegments(folder, ownNames())).map(indexOf) }
    case 'bodies':
      return { ...nothing, bodies: await bodiesOf(folder, ask.ids) }
    case 'drop':
      await drop(folder, ask.segments)
      return nothing
    case 'forget':
      await forget(folder, new Set(ask.responses))
      return nothing
    default:
      return ask satisfies never
  }
}

const answer = async (ask: Ask): Promise<Answer> => {
  try {
    return await carryOut(ask)
  } catch (error) {
    opening = null
    return { ok: false, error: error instanceof Error ? error.name : 'UnknownError' }
  }
}

let running: Promise<void> = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  // One after the other: two appends at once would write into each other.
  running = running.then(async () => self.postMessage(await answer(data), []))
})
