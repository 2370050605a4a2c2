import type { Json } from '../../../survey/json.ts'
import { decodeFrames, encodeFrame } from './frames.ts'
import type { SegmentKind } from './messages.ts'

/** A segment is not written to any more once it is this long. */
export const segmentBytes = 1024 * 1024

/** Names sort in the order in which segments were begun: `returns-00000012-9f3c21ab`. */
const namePattern = /^(?<kind>returns|state)-(?<number>\d{8})-[0-9a-f]{8}$/

export const kindOf = (name: string): SegmentKind | null =>
  (namePattern.exec(name)?.groups?.['kind'] as SegmentKind | undefined) ?? null

const numberOf = (name: string): number => Number(namePattern.exec(name)?.groups?.['number'] ?? 0)

/** The segments in a folder, in the order in which they were begun. */
export const segmentNames = async (folder: FileSystemDirectoryHandle): Promise<readonly string[]> => {
  const names: string[] = []
  for await (const name of folder.keys()) if (kindOf(name) !== null) names.push(name)
  return names.sort((a, b) => numberOf(a) - numberOf(b) || a.localeCompare(b))
}

/** A segment that this worker alone writes to: the browser lets nobody else open it until the worker ends. */
export interface Log {
  readonly name: string
  readonly size: () => number
  /** Writes the frames and flushes them. What could not be written whole is cut off again, and thrown. */
  readonly append: (values: readonly Json[]) => void
  readonly close: () => void
}

const logOver = (name: string, handle: FileSystemSyncAccessHandle, sound: number): Log => {
  let end = sound
  if (handle.getSize() > end) handle.truncate(end)
  return {
    name,
    size: () => end,
    append: (values) => {
      const start = end
      try {
        for (const value of values) {
          const frame = encodeFrame(value)
          const written = handle.write(frame, { at: end })
          if (written < frame.length) throw new DOMException('The disk is full', 'QuotaExceededError')
          end += written
        }
        handle.flush()
      } catch (error) {
        end = start
        handle.truncate(start)
        throw error
      }
    },
    close: () => handle.close(),
  }
}

/** Begins a new segment, after all that there are. */
export const beginLog = async (folder: FileSystemDirectoryHandle, kind: SegmentKind): Promise<Log> => {
  const last = (await segmentNames(folder)).reduce((most, name) => Math.max(most, numberOf(name)), 0)
  const own = crypto.randomUUID().slice(0, 8)
  const name = `${kind}-${String(last + 1).padStart(8, '0')}-${own}`
  const file = await folder.getFileHandle(name, { create: true })
  return logOver(name, await file.createSyncAccessHandle(), 0)
}

/** Goes on with the last segment of returns, if no tab has it open and there is room. Half a frame at its end is cut off. */
export const continueLog = async (folder: FileSystemDirectoryHandle): Promise<Log | null> => {
  const name = (await segmentNames(folder)).findLast((each) => kindOf(each) === 'returns')
  if (name === undefined) return null
  const file = await folder.getFileHandle(name)
  try {
    const handle = await file.createSyncAccessHandle()
    const bytes = new Uint8Array(handle.getSize())
    handle.read(bytes, { at: 0 })
    const { sound } = decodeFrames(bytes)
    if (sound < segmentBytes / 2) return logOver(name, handle, sound)
    handle.close()
    return null
  } catch {
    // Another tab has it.
    return null
  }
}
