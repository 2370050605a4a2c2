import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrationsContract } from './migrations-contract.ts'
import { openStore } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

migrationsContract('SQLite', async () => {
  const file = join(await temporaryFolder(), 'proforma.sqlite')
  return {
    run: async (statements) => {
      const raw = new Database(file)
      raw.pragma('journal_mode = WAL')
      raw.pragma('application_id = 1347571526')
      for (const statement of statements) raw.exec(statement)
      raw.close()
    },
    open: () => openStore({}, file),
    form: async () => {
      const raw = new Database(file, { readonly: true })
      const rows = raw.prepare('select name, sql from sqlite_master order by name').all()
      raw.close()
      return JSON.stringify(rows, null, 1).replaceAll('if not exists ', '')
    },
  }
})
