import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openData } from '../../src/cli/open-data.ts'
import { backUpSqlite } from '../../src/server/back-up-sqlite.ts'
import { makeApp } from '../../src/server/make-app.ts'
import { dataFiles, restoreSqlite } from '../../src/server/restore-sqlite.ts'
import { runRetention } from '../../src/server/retention/run-retention.ts'
import type { Store } from '../../src/server/store.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'
import { openStore } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

const visits = 'visits' as SurveyId
const owner = { kind: 'open' } as const

/** A store whose clock is set by hand. */
const timed = async (file?: string) => {
  let at = '2026-04-17T12:00:00.000Z'
  const store = await openStore({ now: () => new Date(at) }, file)
  await store.publish(definition)
  const push = (n: number, change = {}) => {
    const revision = exampleReturn(n, change)
    return store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
  }
  return { store, push, set: (now: string) => (at = now), run: () => runRetention(store, new Date(at)) }
}

const left = async (store: Store): Promise<readonly number[]> =>
  (await store.revisionsAfter(0, 500)).revisions.map(({ revision }) => revision.deviceSequence)

test('what was rehearsed is done on its day: answers go with what stood aside, a tombstone and a row of the log stay', async () => {
  const { store, push, set, run } = await timed()
  await push(1)
  await push(2)
  await store.keep([{ kind: 'aside', reason: 'not-a-revision', raw: JSON.stringify({ survey: 'visits', pin: 1 }) }])
  set('2026-06-02T09:00:00.000Z')
  // Changed since: its time begins anew.
  await push(3, { response: exampleReturn(2).response, replaces: exampleReturn(2).id })
  await push(4)
  const app = await makeApp({ store, appFolder: null, report: (fault) => expect(fault).toBeNull() })
  const url = '/api/v1/retention/visits'
  expect((await app.inject(`${url}?months=3`)).json(), 'rehearsed').toEqual({
    months: null,
    answers: 3,
    goes: [
      { on: '2026-08-01', answers: 1 },
      { on: '2026-10-01', answers: 2 },
    ],
  })
  const decided = await app.inject({ method: 'POST', url, payload: { months: 3 } })
  expect(decided.json()).toMatchObject({ months: 3, answers: 3 })
  await app.close()

  set('2026-07-31T23:59:59.000Z')
  await run()
  expect(await left(store)).toEqual([1, 2, 3, 4])
  set('2026-08-01T00:10:00.000Z')
  await run()
  await run()
  expect(await left(store)).toEqual([2, 3, 4])
  expect(await store.quarantined(9)).toEqual([])
  expect((await store.revisionsAfter(0, 9)).erasures).toMatchObject([
    { erasure: { response: exampleReturn(1).response, reason: 'retention' } },
  ])
  expect(await push(1), 'a tablet that still has it').toMatchObject({ outcomes: [{ kind: 'erased' }] })
  set('2026-10-01T00:10:00.000Z')
  await run()
  expect(await left(store)).toEqual([])
  const log = await store.access.auditBefore(99, 9)
  expect(log.map(({ what, about, why }) => [what, about, why])).toEqual([
    ['retention-done', 'visits', '2 that arrived before 2026-07-01'],
    ['retention-done', 'visits', '1 that arrived before 2026-05-01'],
    ['retention-set', 'visits', '3 months'],
  ])
  expect(await store.access.verifyAudit()).toMatchObject({ ok: true })
})

test('whoever chose a wrong number has a week, and what is kept again stays', async () => {
  const { store, push, set, run } = await timed()
  await push(1)
  set('2027-11-24T12:00:00.000Z')
  await store.retention.decide(owner, visits, 1)
  set('2027-12-01T11:00:00.000Z')
  await run()
  expect(await left(store)).toEqual([1])
  await store.retention.decide(owner, visits, null)
  set('2027-12-02T12:00:00.000Z')
  await run()
  expect(await left(store)).toEqual([1])
  await store.retention.decide(owner, visits, 1)
  set('2027-12-09T13:00:00.000Z')
  await run()
  expect(await left(store)).toEqual([])
})

test('a restored backup does not bring back what its time was over for', async () => {
  const folder = await temporaryFolder()
  const { database, ledger } = dataFiles(folder)
  const opened = await openData({ data: folder, database: null })
  if (!opened.ok) throw new Error(opened.reason)
  const { store } = opened
  await store.publish(definition)
  const revision = exampleReturn(1)
  await store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
  const backup = join(folder, 'backup.sqlite')
  await backUpSqlite(database, backup)
  await store.retention.decide(owner, visits, 1)
  await runRetention(store, new Date(Date.now() + 100 * 86_400_000))
  await store.close()
  const files = (await readdir(folder)).filter((name) => name !== 'backup.sqlite')
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')))
  expect(files.filter((_, index) => texts[index]?.includes('Visitor 1'))).toEqual([])
  const outside = { now: () => new Date(), newId: () => uuid(77) }
  expect(await restoreSqlite(backup, { database, ledger }, outside)).toMatchObject({ ok: true, erased: 1 })
  expect(await left(await openStore({}, database))).toEqual([])
})
