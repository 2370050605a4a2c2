import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Outside } from '../../src/server/kysely-store.ts'
import { openSqlite } from '../../src/server/open-sqlite.ts'
import type { Store } from '../../src/server/store.ts'
import { uuid } from './example-return.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A real SQLite store in a file, with a clock that stands still and ids that count; closed when the test ends. */
export const openStore = async (outside: Partial<Outside> = {}, file?: string): Promise<Store> => {
  let made = 0
  const opened = await openSqlite(file ?? join(await temporaryFolder(), 'proforma.sqlite'), {
    now: () => new Date('2026-11-23T15:00:00.000Z'),
    newId: () => uuid((made += 1)),
    ...outside,
  })
  if (!opened.ok) throw new Error(opened.reason)
  onTestFinished(() => opened.store.close())
  return opened.store
}
