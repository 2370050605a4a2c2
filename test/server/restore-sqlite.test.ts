import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backUpToday } from '../../src/cli/back-up-daily.ts'
import { sealReturn } from '../../src/device/seal-return.ts'
import { backUpSqlite } from '../../src/server/back-up-sqlite.ts'
import { noteInLedger, readLedger } from '../../src/server/erasure-ledger.ts'
import { dataFiles, restoreSqlite } from '../../src/server/restore-sqlite.ts'
import type { Store } from '../../src/server/store.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'
import { openStore } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

let made = 100
const outside = { now: () => new Date('2026-11-24T09:00:00.000Z'), newId: () => uuid((made += 1)) }

const push = async (store: Store, ...numbers: readonly number[]): Promise<void> => {
  await store.publish(definition)
  for (const n of numbers) {
    const revision = exampleReturn(n)
    await store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
  }
}

const numbersIn = async (store: Store): Promise<readonly number[]> =>
  (await store.revisionsAfter(0, 500)).revisions.map(({ revision }) => revision.deviceSequence)

test('a backup made while a server writes is restored under a new epoch, and what it lacks can be sent again', async () => {
  const folder = await temporaryFolder()
  const files = dataFiles(folder)
  const backup = join(folder, 'backup.sqlite')
  const store = await openStore({}, files.database)
  await push(store, 1, 2, 3)
  const run = promisify(execFile)(process.execPath, [
    join(import.meta.dirname, 'fill-store.ts'),
    files.database,
    '100',
    '160',
  ])
  expect(await backUpSqlite(files.database, backup)).toMatchObject({ ok: true })
  await run
  await push(store, 4)
  await store.close()

  const restored = await restoreSqlite(backup, files, outside)
  if (!restored.ok) throw new Error(restored.reason)
  expect(restored.former).not.toBeNull()
  const after = await openStore({}, files.database)
  expect(after.identity.server).toBe(store.identity.server)
  expect(after.identity.epoch).not.toBe(store.identity.epoch)
  const held = await numbersIn(after)
  expect(held.slice(0, 3)).toEqual([1, 2, 3])
  expect(held).not.toContain(4)
  await push(after, 1, 2, 3, 4)
  expect((await numbersIn(after)).filter((n) => n === 4)).toEqual([4])
  expect(new Set(await numbersIn(after)).size).toBe((await numbersIn(after)).length)
})

const erasure = (n: number) => {
  const { response, survey, device } = exampleReturn(n)
  return { response, survey, device, at: '2026-11-23T16:00:00.000Z', reason: 'withdrawn' } as const
}

test('what was taken out since the backup is taken out again, from the database before and from the ledger', async () => {
  const folder = await temporaryFolder()
  const files = dataFiles(folder)
  const backup = join(folder, 'backup.sqlite')
  const store = await openStore({}, files.database)
  await push(store, 1, 2, 3)
  await backUpSqlite(files.database, backup)
  await store.erase({ device: erasure(1).device, erasures: [erasure(1)] })
  await store.close()
  // A crash cut the last line: its answers were never taken out.
  await noteInLedger(files.ledger, [erasure(2)])
  await writeFile(files.ledger, `${await readFile(files.ledger, 'utf8')}{"response":"`)
  expect(await readLedger(files.ledger)).toEqual([erasure(2)])

  expect(await restoreSqlite(backup, files, outside)).toMatchObject({ ok: true, erased: 2 })
  expect(await numbersIn(await openStore({}, files.database))).toEqual([3])
  const bytes = await readFile(files.database, 'latin1')
  expect(bytes).not.toContain(`"id":"${exampleReturn(1).id}"`)
})

test('nothing is restored over a server that runs, from a damaged file, or from none', async () => {
  const folder = await temporaryFolder()
  const files = dataFiles(folder)
  const backup = join(folder, 'backup.sqlite')
  const store = await openStore({}, files.database)
  await push(store, 1)
  await backUpSqlite(files.database, backup)
  expect(await restoreSqlite(backup, files, outside)).toEqual({
    ok: false,
    reason: 'a server is using the database: stop it first',
  })
  await store.close()
  await writeFile(join(folder, 'broken.sqlite'), (await readFile(backup)).fill(0xa5, 4096, 12_288))
  expect(await restoreSqlite(join(folder, 'broken.sqlite'), files, outside)).toEqual({
    ok: false,
    reason: 'the file is damaged',
  })
  expect(await restoreSqlite(join(folder, 'none.sqlite'), files, outside)).toMatchObject({ ok: false })
  expect(await numbersIn(await openStore({}, files.database))).toEqual([1])
  expect((await readdir(folder)).filter((name) => /incoming|before/.test(name))).toEqual([])
})

test('one backup a day, the newest fourteen, and none that is half made', async () => {
  const folder = await temporaryFolder()
  const store = await openStore({}, dataFiles(folder).database)
  await push(store, 1)
  for (let day = 1; day <= 17; day += 1) {
    const at = new Date(Date.UTC(2026, 10, day, 12))
    expect(await backUpToday(folder, at)).toBeNull()
    expect(await backUpToday(folder, at)).toBeNull()
  }
  const kept = (await readdir(join(folder, 'backups'))).toSorted()
  expect(kept).toHaveLength(14)
  expect(kept[0]).toBe('proforma-2026-11-04.sqlite')
  expect(kept.at(-1)).toBe('proforma-2026-11-17.sqlite')
})

test('what a tablet has sealed since the backup opens all the same: the key goes on', async () => {
  const folder = await temporaryFolder()
  const files = dataFiles(folder)
  const backup = join(folder, 'backup.sqlite')
  const before = await openStore({}, backup)
  await before.publish(definition)
  await before.close()
  const store = await openStore({}, files.database)
  const sealed = await sealReturn(exampleReturn(1), await store.sealing.sealTo())
  const alone = await openStore({}, backup)
  expect(await alone.sealing.open(sealed), 'the backup alone has another key').toBeNull()
  await alone.close()
  await store.close()
  const restored = await restoreSqlite(backup, files, outside)
  if (!restored.ok) throw new Error(restored.reason)
  const after = await openStore({}, files.database)
  expect(await after.sealing.open(sealed)).toEqual(exampleReturn(1))
})

const change = (file: string, ...queries: readonly string[]): void => {
  const raw = new Database(file)
  for (const query of queries) raw.exec(query)
  raw.close()
}

test('who was let in no longer when the backup is restored stays out, and everyone signs in anew', async () => {
  const folder = await temporaryFolder()
  const files = dataFiles(folder)
  const backup = join(folder, 'backup.sqlite')
  await (await openStore({}, files.database)).close()
  const at = '2026-11-23T15:00:00.000Z'
  const account = (id: string, owner: 0 | 1) =>
    `insert into account (id, email, name, owner, password, made_at) values ('${id}', '${id}', '${id}', ${owner}, 'old', '${at}')`
  const device = (id: string) =>
    `insert into device (id, name, key, surveys, made_by, made_at, seen_at) values ('${id}', '${id}', '{}', '"all"', 'ann', '${at}', '${at}')`
  change(
    files.database,
    account('ann', 1),
    account('bob', 0),
    account('cat', 0),
    device('lost'),
    device('kept'),
    `insert into session (hash, id, account, made_at, seen_at, agent) values ('h', 's', 'bob', '${at}', '${at}', '')`,
    `insert into invitation (hash, id, owner, roles, made_by, made_at, expires_at) values ('i', 'i', 1, '[]', 'ann', '${at}', '${at}')`,
    `insert into enrolment (id, hash, code, name, surveys, made_by, made_at, expires_at) values ('e', 'e', 'e', 'e', '[]', 'ann', '${at}', '${at}')`,
  )
  expect(await backUpSqlite(files.database, backup)).toMatchObject({ ok: true })
  change(
    files.database,
    `update device set ended = 'revoked', ended_at = '${at}' where id = 'lost'`,
    `update account set stopped_at = '${at}' where id in ('ann', 'bob')`,
    `update account set password = 'new' where id = 'cat'`,
    `update invitation set used_at = '${at}'`,
    `update enrolment set used_at = '${at}'`,
  )
  expect(await restoreSqlite(backup, files, outside)).toMatchObject({ ok: true })
  const raw = new Database(files.database)
  expect(raw.prepare('select id, ended from device order by id').all()).toEqual([
    { id: 'kept', ended: null },
    { id: 'lost', ended: 'revoked' },
  ])
  expect(raw.prepare('select id, password, stopped_at from account order by id').all()).toEqual([
    { id: 'ann', password: 'old', stopped_at: null },
    { id: 'bob', password: 'old', stopped_at: at },
    { id: 'cat', password: 'new', stopped_at: null },
  ])
  expect(raw.prepare('select * from session').all()).toEqual([])
  expect(raw.prepare('select used_at from invitation union all select used_at from enrolment').all()).toEqual([
    { used_at: at },
    { used_at: at },
  ])
  raw.close()
})
