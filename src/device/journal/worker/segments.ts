import type { Json } from '../../../survey/json.ts'
import { decodeFrames } from './frames.ts'
import { kindOf, segmentNames } from './log.ts'
import type { ReturnFrame, Segment, SegmentKind, StateFrame } from './messages.ts'

interface Contents extends Pick<Segment, 'name' | 'bytes' | 'torn' | 'open'> {
  readonly kind: SegmentKind
  readonly values: readonly Json[]
}

/** Every frame of every segment, in order. `own` are the names that this worker has open. */
export const readSegments = async (
  folder: FileSystemDirectoryHandle,
  own: readonly string[],
): Promise<readonly Contents[]> => {
  const read: Contents[] = []
  for (const name of await segmentNames(folder)) {
    const kind = kindOf(name)
    try {
      const file = await folder.getFileHandle(name)
      const open = own.includes(name) || !(await isFree(file))
      const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer())
      const { values, sound } = decodeFrames(bytes)
      if (kind !== null) read.push({ name, kind, bytes: bytes.length, torn: bytes.length - sound, open, values })
    } catch {
      // Another tab has just removed it: what still held of it stands in a later one.
    }
  }
  return read
}

/** Whether no tab writes to it. */
const isFree = async (file: FileSystemFileHandle): Promise<boolean> => {
  try {
    const handle = await file.createSyncAccessHandle()
    handle.close()
    return true
  } catch {
    return false
  }
}

export const returnsIn = ({ kind, values }: Contents): readonly ReturnFrame[] =>
  kind === 'returns' ? (values as unknown as readonly ReturnFrame[]) : []

const statesIn = ({ kind, values }: Contents): readonly StateFrame[] =>
  kind === 'state' ? (values as unknown as readonly StateFrame[]) : []

/** What the page is told of a segment: no answers but those of drafts. */
export const indexOf = (contents: Contents): Segment => {
  const { values: _, ...told } = contents
  const latest = new Map(statesIn(contents).map((frame) => [frame.key, frame]))
  return {
    ...told,
    returns: returnsIn(contents).map(({ revision: _revision, ...head }) => head),
    states: [...latest.values()],
  }
}
