import { mkdir } from 'node:fs/promises'
import { eraseAgain } from '../server/erase-again.ts'
import { noteInLedger, readLedger } from '../server/erasure-ledger.ts'
import type { Outside } from '../server/kysely-store.ts'
import { openPostgres } from '../server/open-postgres.ts'
import { openSqlite } from '../server/open-sqlite.ts'
import { dataFiles } from '../server/restore-sqlite.ts'
import type { Store } from '../server/store.ts'
import type { ServeSettings } from './serve-settings.ts'

type OpenedData = { readonly ok: true; readonly store: Store } | { readonly ok: false; readonly reason: string }

export const outside = { now: () => new Date(), newId: () => crypto.randomUUID() }

/**
 * Opens the PostgreSQL database that was named, or the one in the data folder, which is made where there is none. What is taken
 * out is written down in that folder either way; PostgreSQL is restored without us, so that is looked at here each time.
 */
export const openData = async ({ data, database }: Pick<ServeSettings, 'data' | 'database'>): Promise<OpenedData> => {
  try {
    // Answers are personal data: no other user of this machine reads them.
    await mkdir(data, { recursive: true, mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { ok: false, reason: `The data folder ${data} cannot be made (${code}). Set PROFORMA_DATA to another one.` }
  }
  const { database: file, ledger } = dataFiles(data)
  const beforeErase: Outside['beforeErase'] = ({ device, erasures }) =>
    noteInLedger(
      ledger,
      erasures.map((erasure) => ({ ...erasure, device })),
    )
  if (database !== null) {
    const opened = await openPostgres(database, { ...outside, beforeErase })
    if (!opened.ok)
      return { ok: false, reason: `The database that DATABASE_URL names cannot be used: ${opened.reason}.` }
    await eraseAgain(opened.store, await readLedger(ledger))
    return opened
  }
  const opened = await openSqlite(file, { ...outside, beforeErase })
  return opened.ok ? opened : { ok: false, reason: `The database ${file} cannot be used: ${opened.reason}.` }
}
