import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aboutServer } from '../../../src/cli/about-server.ts'
import { backUpToday } from '../../../src/cli/back-up-daily.ts'
import { tryBackup } from '../../../src/cli/try-backup.ts'
import type { Status } from '../../../src/protocol/people.ts'
import { makeApp } from '../../../src/server/make-app.ts'
import { dataFiles } from '../../../src/server/restore-sqlite.ts'
import { definition, exampleReturn, pushOf } from '../example-return.ts'
import { enrolled, makeOwner, post } from '../access/example-people.ts'
import { openStore } from '../open-store.ts'
import { temporaryFolder } from '../temporary-folder.ts'

test('the owner is told what waits, which tablets are not seen, and whether the backup opens', async () => {
  const data = await temporaryFolder()
  let at = new Date('2026-11-24T09:00:00.000Z')
  const store = await openStore({ now: () => at }, dataFiles(data).database)
  await store.publish(definition)
  const about = () => aboutServer({ data, database: null })
  const app = await makeApp({ store, appFolder: null, report: () => undefined, askAbout: about })
  const owner = await makeOwner(app, store)
  await enrolled(app, store, owner, { device: exampleReturn(1).device, surveys: 'all' })
  await post(app, '/api/v1/push', pushOf({ id: 1 }), owner)
  const status = async (): Promise<Status> => (await app.inject({ url: '/api/v1/status', headers: owner })).json()
  expect(await status()).toMatchObject({ aside: 1, unseen: [], failed: 0, about: { database: 'SQLite', backup: null } })
  expect(await backUpToday(data, at)).toBeNull()
  expect((await status()).about?.backup?.tried).toEqual({ at: at.toISOString(), ok: true })
  expect(
    (await readdir(data)).filter((name) => name.startsWith('trial')),
    'the trial leaves nothing',
  ).toEqual([])
  at = new Date(at.getTime() + 8 * 24 * 3_600_000)
  const again = await post(app, '/api/v1/sign-in', {
    email: 'ada@council.example',
    password: 'lantern bicycle thursday',
  })
  const cookie = String(again.headers['set-cookie']).split(';')[0] ?? ''
  const later = (await app.inject({ url: '/api/v1/status', headers: { cookie } })).json<Status>()
  expect(later.unseen).toEqual([{ name: 'Blue 3', seenAt: '2026-11-24T09:00:00.000Z' }])
  await app.close()
})

test('a backup that is damaged is told as one that does not open', async () => {
  const data = await temporaryFolder()
  await mkdir(join(data, 'backups'))
  await writeFile(join(data, 'backups', 'proforma-2026-11-24.sqlite'), 'x'.repeat(9000))
  expect((await tryBackup(data, 'proforma-2026-11-24.sqlite', () => new Date())).ok).toBe(false)
})
