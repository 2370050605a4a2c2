import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test.each([
  ['a row that was changed', "update audit set about = 'somebody else' where seq = 2", 2],
  ['a row that was taken out', 'delete from audit where seq = 2', 2],
  ['the first row taken out', 'delete from audit where seq = 1', 1],
  ['a hash that was made to fit its own row', "update audit set before = '0', hash = '0' where seq = 3", 3],
])('the log tells %s', async (_, tamper, seq) => {
  const file = join(await temporaryFolder(), 'proforma.sqlite')
  const store = await openStore({}, file)
  for (const about of ['a', 'b', 'c']) await store.access.note({ who: 'account 1', what: 'published', about })
  expect(await store.access.verifyAudit()).toMatchObject({ ok: true, rows: 3 })
  const other = new Database(file)
  other.exec(tamper)
  other.close()
  expect(await store.access.verifyAudit()).toMatchObject({ ok: false, seq })
})

test('rows that are written at once follow one another', async () => {
  const store = await openStore()
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => store.access.note({ who: 'account 1', what: 'published', about: String(n) })),
  )
  expect(await store.access.verifyAudit()).toMatchObject({ ok: true, rows: 20 })
})
