import { expect, test } from 'vitest'
import { readAsideAnswer, readAsideDecided } from '../../src/protocol/read-aside.ts'
import { readInventoryAnswer } from '../../src/protocol/read-inventory-answer.ts'
import { publish } from '../../src/survey/version.ts'
import { definition, exampleReturn, pushOf } from './example-return.ts'
import { withApp } from './with-app.ts'

const next = { ...definition, title: 'Home visits' }
const early = exampleReturn(1, { version: publish(next, null, new Date(0)).id })

const withAside = async () => {
  const { app, store } = await withApp()
  const post = async (path: string, payload: object) =>
    (await app.inject({ method: 'POST', url: `/api/v1/${path}`, payload })).json()
  const list = async () => readAsideAnswer((await app.inject({ method: 'GET', url: '/api/v1/aside' })).json())?.aside
  const decide = async (what: object) => {
    const [entry] = (await list()) ?? []
    return readAsideDecided(await post('aside', { protocol: 1, sha256: entry?.sha256, ...what }))
  }
  const told = async () =>
    readInventoryAnswer(await post('inventory', { protocol: 1, device: early.device, sequence: 1, wiped: null }))
  expect(await post('push', pushOf(early))).toMatchObject({ acks: [{ status: 'quarantined' }] })
  return { store, post, list, decide, told }
}

test('what came before its version did is taken in once the version is there, and counted once', async () => {
  const { store, list, decide, post } = await withAside()
  expect(await list()).toMatchObject([
    { reason: 'unknown-version', times: 1, rejected: null, content: JSON.stringify(early) },
  ])
  expect(await decide({ what: 'take' })).toMatchObject({ became: 'aside', reason: 'unknown-version' })
  expect(await list(), 'looked at, not sent again').toMatchObject([{ times: 1 }])
  await store.publish(next)
  expect(await decide({ what: 'take' })).toMatchObject({ became: 'stored' })
  expect(await list()).toEqual([])
  expect((await store.revisionsAfter(0, 9)).revisions).toEqual([{ seq: 1, revision: early }])
  expect(await post('push', pushOf(early))).toMatchObject({ acks: [{ status: 'duplicate', seq: 1 }] })
})

test('what was rejected stays aside whatever comes, its device is told why, and it can be taken in after all', async () => {
  const { store, list, decide, post, told } = await withAside()
  expect(await told()).toMatchObject({ aside: [early.id] })
  expect((await told())?.rejected).toBeUndefined()
  expect(await decide({ what: 'reject', because: ' A trial ' })).toMatchObject({ became: 'rejected' })
  expect((await told())?.rejected).toEqual([{ id: early.id, because: 'A trial' }])
  await store.publish(next)
  expect(await post('push', pushOf(early))).toMatchObject({ acks: [{ status: 'quarantined' }] })
  expect(await list()).toMatchObject([{ times: 2, rejected: { because: 'A trial' } }])
  expect((await store.revisionsAfter(0, 9)).revisions).toEqual([])
  expect((await told())?.aside).toEqual([early.id])
  expect(await decide({ what: 'take' })).toMatchObject({ became: 'stored' })
  expect((await told())?.rejected).toBeUndefined()
  expect((await told())?.aside).toEqual([])
})

test('a decision that is none is refused, and what is not there is gone', async () => {
  const { post } = await withAside()
  const sha256 = 'f'.repeat(64)
  const bodies = [{ what: 'reject', because: ' ' }, { what: 'reject' }, { what: 'keep' }, {}]
  for (const body of bodies)
    expect(await post('aside', { protocol: 1, sha256, ...body })).toMatchObject({ refused: 'not-a-decision' })
  expect(await post('aside', { protocol: 1, sha256, what: 'take' })).toMatchObject({ became: 'gone' })
  expect(await post('aside', { protocol: 1, sha256, what: 'reject', because: 'No' })).toMatchObject({ became: 'gone' })
})
