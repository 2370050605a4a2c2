import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readEraseAnswer } from '../../src/protocol/read-erasure.ts'
import { readPushAnswer } from '../../src/protocol/read-push-answer.ts'
import { readRevisionsPage } from '../../src/protocol/read-revisions-page.ts'
import type { Erasure } from '../../src/response/erasure.ts'
import { definition, exampleReturn, pushOf, uuid } from './example-return.ts'
import { openStore } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withApp } from './with-app.ts'

const sent = exampleReturn(1, { answers: { role: 'xyzzy plugh', help: { housing: 'unsure' }, who: ['rather_not'] } })
const erasure: Erasure = {
  response: sent.response,
  survey: sent.survey,
  at: '2026-11-23T14:40:00.000Z',
  reason: 'withdrawn',
}
const request = (...erasures: readonly unknown[]) => ({
  method: 'POST' as const,
  url: '/api/v1/erasures',
  payload: { protocol: 1, device: sent.device, erasures },
})

test('erased over the wire: acknowledged, told to whoever pulls, and acked as erased when it is pushed again', async () => {
  const { app, store } = await withApp()
  const push = { method: 'POST' as const, url: '/api/v1/push', payload: pushOf(sent) }
  await app.inject(push)
  const answers = [await app.inject(request(erasure)), await app.inject(request(erasure))]
  expect(answers.map((answer) => readEraseAnswer(answer.json()))).toEqual(
    ['erased', 'known'].map((status) => ({
      protocol: 1,
      ...store.identity,
      acks: [{ response: sent.response, status, seq: 2 }],
    })),
  )
  expect(readPushAnswer((await app.inject(push)).json())?.acks).toEqual([
    { id: sent.id, status: 'erased', seq: null, sha256: sent.sha256, reason: null },
  ])
  expect(readRevisionsPage((await app.inject('/api/v1/revisions?after=0')).json())).toMatchObject({
    revisions: [],
    erasures: [{ seq: 2, erasure }],
    next: 2,
    more: false,
  })
})

test('no file of the database holds a word of what was erased', async () => {
  const file = join(await temporaryFolder(), 'proforma.sqlite')
  const store = await openStore({}, file)
  await store.publish(definition)
  const broken = { ...sent, pin: 1 }
  await store.keep([
    { kind: 'revision', revision: sent, raw: JSON.stringify(sent) },
    { kind: 'aside', reason: 'not-a-revision', raw: JSON.stringify(broken) },
  ])
  const found = async (): Promise<readonly string[]> => {
    const files = await readdir(dirname(file))
    const contents = await Promise.all(files.map((name) => readFile(join(dirname(file), name))))
    return files.filter((_, index) => contents[index]?.includes('xyzzy plugh'))
  }
  expect(await found()).not.toEqual([])
  await store.erase({ device: sent.device, erasures: [erasure] })
  expect(await found()).toEqual([])
})

test.each<[string, unknown, string]>([
  ['nothing', {}, 'not-erasures'],
  ['none', { protocol: 1, device: sent.device, erasures: [] }, 'not-erasures'],
  ['words of one’s own', request({ ...erasure, reason: 'Ann Smith asked' }).payload, 'not-erasures'],
  ['a member too many', request({ ...erasure, answers: {} }).payload, 'not-erasures'],
  ['a pattern', request({ ...erasure, response: '%' }).payload, 'not-erasures'],
  ['101', request(...Array.from({ length: 101 }, (_, n) => ({ ...erasure, response: uuid(n) }))).payload, 'too-many'],
  ['a newer app', { ...request(erasure).payload, protocol: 2 }, 'client-too-new'],
])('a request to erase with %s is refused whole', async (_, payload, refused) => {
  const { app } = await withApp()
  const answer = await app.inject({ ...request(), payload: payload as object })
  expect(answer.json()).toMatchObject({ refused })
})
