import { readdir, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'

/** A record of LevelDB's log: checksum (4 bytes), length (2, little-endian), type (1), then the payload; blocks of 32 KiB. */
const blockBytes = 32 * 1024
const headBytes = 7

/** Where each record of a log begins, and how long its payload is. */
const records = (log: Buffer): readonly { readonly at: number; readonly length: number }[] => {
  const found: { at: number; length: number }[] = []
  for (let at = 0; at + headBytes <= log.length;) {
    const left = blockBytes - (at % blockBytes)
    const length = log.readUInt16LE(at + 4)
    if (left < headBytes || (length === 0 && log.readUInt8(at + 6) === 0)) {
      at += left
      continue
    }
    found.push({ at, length })
    at += headBytes + length
  }
  return found
}

const databaseFolder = async (profile: string): Promise<string> => {
  const folder = join(profile, 'Default', 'IndexedDB')
  const name = (await readdir(folder)).find((each) => each.endsWith('.leveldb'))
  if (name === undefined) throw new Error('The profile has no IndexedDB')
  return join(folder, name)
}

/**
 * Cuts the last log of a closed profile's IndexedDB so that a record's head stands without its payload, as a kill leaves
 * it now and then. LevelDB goes on writing after it, and at the next opening Chromium deletes the whole database.
 */
export const tearLog = async (profile: string): Promise<void> => {
  const folder = await databaseFolder(profile)
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log')).sort()
  const last = logs.at(-1)
  if (last === undefined) throw new Error('The IndexedDB has no log')
  const path = join(folder, last)
  const torn = records(await readFile(path)).findLast(({ length }) => length > 20)
  if (torn === undefined) throw new Error('The log has no record to cut')
  await truncate(path, torn.at + headBytes)
}
