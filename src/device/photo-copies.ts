import { readImageHeader } from '../response/image-header.ts'
import type { ResponseId } from '../response/revision.ts'
import { sha256OfBytes } from '../survey/sha256.ts'
import type { KeptAttachment } from './attachments.ts'
import { photosIn, photosNamedIn } from './photos-named.ts'
import type { DeviceDatabase } from './database.ts'

/*
 * Each photo lies a second time in the origin's own file system, as a file named by its SHA-256: Chromium deletes a whole
 * IndexedDB after its log was torn, and the journal, which puts answers back, holds none of the bytes that they name.
 * A browser that does not write such files from a page keeps the one copy.
 */

const folderOf = async ({ name }: DeviceDatabase, create: boolean): Promise<FileSystemDirectoryHandle | null> => {
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(`photos-${name}`, { create })
  } catch {
    return null
  }
}

/** Writes the second copy of a photo. The row comes first: a file without one is taken for what a wipe has left. */
export const copyPhoto = async (
  database: DeviceDatabase,
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> => {
  const folder = await folderOf(database, true)
  try {
    const file = await folder?.getFileHandle(sha256, { create: true })
    const writing = await file?.createWritable()
    await writing?.write(bytes)
    await writing?.close()
  } catch {
    // A full disk, or a browser that writes files in workers only: the row is there.
  }
}

/** Of each file that has no row: puts the photo back where an answer names it, and deletes it where none does. */
export const matchCopies = async (database: DeviceDatabase): Promise<void> => {
  const folder = await folderOf(database, false)
  if (folder === null) return
  // Files first: a photo that is being kept meanwhile has its row before its file.
  const files: string[] = []
  for await (const name of folder.keys()) files.push(name)
  const rows = new Set(await database.attachments.toCollection().primaryKeys())
  const alone = files.filter((name) => !rows.has(name))
  if (alone.length === 0) return
  const named = await namedBy(database)
  for (const sha256 of alone) {
    const by = named.get(sha256)
    const bytes = by === undefined ? null : await readCopy(folder, sha256)
    const type = bytes === null ? undefined : readImageHeader(bytes)?.type
    if (by !== undefined && bytes !== null && (type === 'image/jpeg' || type === 'image/png'))
      await database.attachments.put({ sha256, type, bytes, ...by })
    else await folder.removeEntry(sha256).catch(() => undefined)
  }
}

type Named = Pick<KeptAttachment, 'responses' | 'standing'>

/** Which responses name each photo, in a draft or in a return. */
const namedBy = async ({ drafts, returns }: DeviceDatabase): Promise<ReadonlyMap<string, Named>> => {
  const named = new Map<string, Named>()
  const note = (response: ResponseId, photos: readonly string[], isReturned: boolean): void => {
    for (const sha256 of photos) {
      const before = named.get(sha256)
      named.set(sha256, {
        responses: [...new Set([...(before?.responses ?? []), response])],
        standing: isReturned || before?.standing === 'to-send' ? 'to-send' : 'held',
      })
    }
  }
  for (const { draft } of await drafts.toArray()) note(draft.response, photosIn(draft.answers), false)
  for (const { revision } of await returns.toArray()) note(revision.response, photosNamedIn(revision), true)
  return named
}

/** Half a file, which a kill has left, is none. */
const readCopy = async (folder: FileSystemDirectoryHandle, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    const file = await (await folder.getFileHandle(sha256)).getFile()
    const bytes = new Uint8Array(await file.arrayBuffer())
    return sha256OfBytes(bytes) === sha256 ? bytes : null
  } catch {
    return null
  }
}
