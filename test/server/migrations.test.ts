import { join } from 'node:path'
import { expect, test } from 'vitest'
import { liveVersions } from '../../src/survey/live-versions.ts'
import { decided, titled } from './example-publication.ts'
import { exampleReturn, uuid } from './example-return.ts'
import { openStore } from './open-store.ts'
import { writeStep1Database } from './step-1-database.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a database of the first release is taken on with all it holds, and can be published to and erased from', async () => {
  const file = join(await temporaryFolder(), 'proforma.sqlite')
  const [first, second] = writeStep1Database(file)
  const store = await openStore({}, file)
  expect(store.identity).toEqual({ server: uuid(0xa), epoch: uuid(0xb) })
  expect(await store.versions()).toEqual([first, second])
  expect(await store.revisionsAfter(0, 9)).toEqual({
    revisions: [{ seq: 1, revision: exampleReturn(1) }],
    erasures: [],
    more: false,
  })
  expect(await store.standings(), 'nobody had decided').toEqual([])
  expect(liveVersions(await store.versions(), await store.standings()), 'the highest number').toEqual([second])
  const third = titled('School visits', 2)
  const kept = await store.keepSurveys({
    device: exampleReturn(1).device,
    versions: [third],
    standings: [decided(1, third)],
  })
  expect(kept).toEqual({ versions: [{ kind: 'published', number: 3 }], standings: [{ kind: 'kept', seq: 1 }] })
  const { device, response, survey } = exampleReturn(1)
  const erasure = { response, survey, at: '2026-11-23T14:40:00.000Z', reason: 'withdrawn' } as const
  expect(await store.erase({ device, erasures: [erasure] })).toEqual([{ kind: 'erased', seq: 2 }])
  expect(await store.revisionsAfter(0, 9)).toEqual({ revisions: [], erasures: [{ seq: 2, erasure }], more: false })
})
