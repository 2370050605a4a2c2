import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

export type BackedUp =
  | { readonly ok: true; readonly returns: number; readonly bytes: number }
  | { readonly ok: false; readonly reason: string }

/**
 * Copies the database of a server, running or not, into one file: whole, checked, on the disk, and under its name only
 * then. A backup that was cut short leaves nothing that could be mistaken for one.
 *
 * @param from the database in use @param to where the backup is to stand; what is there is replaced
 */
export const backUpSqlite = async (from: string, to: string): Promise<BackedUp> => {
  const unfinished = `${to}.unfinished`
  let source: Database.Database | null = null
  try {
    source = new Database(from, { readonly: true, fileMustExist: true })
    await rm(unfinished, { force: true })
    // Every page at once: a copy taken in steps starts anew whenever somebody writes between them.
    await source.backup(unfinished, { progress: () => Number.MAX_SAFE_INTEGER })
    const { returns, bytes } = await sealed(unfinished)
    await rename(unfinished, to)
    await syncPath(dirname(to))
    return { ok: true, returns, bytes }
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    return { ok: false, reason: reasonOf(error) }
  } finally {
    source?.close()
  }
}

/** Reads the copy once whole, makes it one file that needs no other, and sees it on the disk. */
const sealed = async (file: string): Promise<{ readonly returns: number; readonly bytes: number }> => {
  const copy = new Database(file)
  try {
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('damaged')
    copy.pragma('journal_mode = DELETE')
    const { returns } = copy.prepare('select count(*) as returns from revision').get() as { returns: number }
    copy.close()
    await syncPath(file)
    const { size } = await stat(file)
    return { returns, bytes: size }
  } finally {
    copy.close()
  }
}

/** Sees a file, or a folder with the names in it, on the disk. */
export const syncPath = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_CANTOPEN')) return 'there is no database there that can be read'
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return 'the disk is full'
  if (code === 'ENOENT') return 'the folder it is to stand in is not there'
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not write there'
  return 'the copy could not be made, or is not whole'
}
