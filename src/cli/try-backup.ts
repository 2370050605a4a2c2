import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSqlite } from '../server/open-sqlite.ts'
import type { AskAbout } from '../server/watch/status-route.ts'

type BackupTried = NonNullable<NonNullable<Awaited<ReturnType<AskAbout>>['backup']>['tried']>

const noteOf = (data: string): string => join(data, 'backup-tried.json')

/** Where the server's own backups stand. */
export const backupsOf = (data: string): string => join(data, 'backups')

/**
 * Opens a copy of a backup as a server would that was restored from it, and reads from it; keeps in the data folder whether
 * that went well.
 *
 * @param name of its file
 */
export const tryBackup = async (data: string, name: string, now: () => Date): Promise<BackupTried> => {
  const trial = await mkdtemp(join(data, 'trial-'))
  const tried = {
    at: now().toISOString(),
    ok: await opens(join(backupsOf(data), name), join(trial, 'proforma.sqlite'), now),
  }
  await rm(trial, { recursive: true, force: true })
  await writeFile(noteOf(data), JSON.stringify({ name, ...tried }), { mode: 0o600 })
  return tried
}

const opens = async (backup: string, copy: string, now: () => Date): Promise<boolean> => {
  try {
    await copyFile(backup, copy)
    const opened = await openSqlite(copy, { now, newId: () => crypto.randomUUID() })
    if (!opened.ok) return false
    await opened.store.versions()
    await opened.store.revisionsAfter(0, 1)
    await opened.store.close()
    return true
  } catch {
    return false
  }
}

/** Whether the backup of that name was tried, and how it went; null where it was not. */
export const readTried = async (data: string, name: string): Promise<BackupTried | null> => {
  try {
    const kept = JSON.parse(await readFile(noteOf(data), 'utf8')) as BackupTried & { readonly name: string }
    return kept.name === name ? { at: kept.at, ok: kept.ok } : null
  } catch {
    return null
  }
}
