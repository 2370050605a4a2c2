import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/server/open-sqlite.ts'
import type { Store } from '../../src/server/store.ts'
import { definition, exampleReturn } from './example-return.ts'
import { openStore } from './open-store.ts'
import { populationContract } from './population-contract.ts'
import { storeContract } from './store-contract.ts'
import { temporaryFolder } from './temporary-folder.ts'

storeContract('SQLite', openStore)
populationContract('SQLite', openStore)

const outside = { now: () => new Date(0), newId: () => 'an-id' }

const newFile = async (): Promise<string> => join(await temporaryFolder(), 'proforma.sqlite')

const fill = async (store: Store, from: number, to: number): Promise<void> => {
  for (let n = from; n <= to; n += 1) {
    const revision = exampleReturn(n)
    await store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
  }
}

test('a database keeps its names and its returns over a restart', async () => {
  const file = await newFile()
  const before = await openStore({}, file)
  await before.publish(definition)
  await fill(before, 1, 3)
  const page = await before.revisionsAfter(0, 9)
  await before.close()
  const after = await openStore({ newId: () => 'another' }, file)
  expect(after.identity).toEqual(before.identity)
  expect(await after.revisionsAfter(0, 9)).toEqual(page)
})

test('two servers over one new file queue their writes: all is there once, without a gap', async () => {
  const file = await newFile()
  const ranges = ['1 60', '31 90', '1 90']
  const run = promisify(execFile)
  const script = join(import.meta.dirname, 'fill-store.ts')
  await Promise.all(ranges.map((range) => run(process.execPath, [script, file, ...range.split(' ')])))
  const { revisions } = await (await openStore({}, file)).revisionsAfter(0, 500)
  expect(revisions.map(({ seq }) => seq)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1))
  expect(new Set(revisions.map(({ revision }) => revision.id)).size).toBe(90)
})

test('every table is strict and the file is in WAL', async () => {
  const file = await newFile()
  await openStore({}, file)
  const raw = new Database(file, { readonly: true })
  const tables = raw.prepare("select name, strict from pragma_table_list where name not like 'sqlite_%'").all()
  expect(tables.length).toBeGreaterThanOrEqual(6)
  expect(tables.filter((table) => (table as { strict: number }).strict !== 1)).toEqual([])
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
  raw.close()
})

const spoil: { readonly [how: string]: (file: string) => Promise<void> } = {
  'random bytes': (file) => writeFile(file, randomBytes(40_000)),
  'cut short': (file) => truncate(file, 20_480),
  'a page overwritten': async (file) => {
    const bytes = await readFile(file)
    await writeFile(file, bytes.fill(0xa5, 12_288, 20_480))
  },
}

test.each(Object.keys(spoil))('a database of %s is refused, and left as it is', async (how) => {
  const file = await newFile()
  const store = await openStore({}, file)
  await store.publish(definition)
  await fill(store, 1, 20)
  await store.close()
  await spoil[how]?.(file)
  const before = await readFile(file)
  expect(await openSqlite(file, outside)).toEqual({ ok: false, reason: 'the file is damaged' })
  expect((await readFile(file)).equals(before)).toBe(true)
})

test('another program’s database is refused', async () => {
  const file = await newFile()
  new Database(file).exec('create table recipes (name text)').close()
  expect(await openSqlite(file, outside)).toEqual({ ok: false, reason: 'the file belongs to another program' })
})

test('a database that a newer Proforma has taken on is refused', async () => {
  const file = await newFile()
  await (await openStore({}, file)).close()
  new Database(file).exec('insert into schema_step values (99)').close()
  expect(await openSqlite(file, outside)).toEqual({
    ok: false,
    reason: 'it was made by a newer Proforma; start that one',
  })
})

test('a file that cannot be made is refused', async () => {
  const folder = await temporaryFolder()
  expect(await openSqlite(join(folder, 'nowhere', 'x.sqlite'), outside)).toEqual({
    ok: false,
    reason: 'its folder is not there',
  })
  expect(await openSqlite(folder, outside), 'a folder').toEqual({ ok: false, reason: 'the file cannot be written' })
})

test('a database on a network drive is refused, and a disk of this machine is not', async () => {
  const file = await newFile()
  const onNfs = await openSqlite(file, { ...outside, fileSystem: () => 0x6969 })
  expect(onNfs).toEqual({ ok: false, reason: 'it lies on a network drive (NFS): put it on a disk of this machine' })
  expect(await openSqlite(file, { ...outside, fileSystem: () => -11_317_950 })).toMatchObject({ reason: /CIFS|SMB/ })
  await openStore({}, file)
})
