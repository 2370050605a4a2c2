import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPushAnswer } from '../../src/protocol/read-push-answer.ts'
import { readRevisionsPage } from '../../src/protocol/read-revisions-page.ts'
import { readSurveysAnswer } from '../../src/protocol/read-surveys-answer.ts'
import { exampleReturn, pushOf } from './example-return.ts'
import { withApp } from './with-app.ts'

const byNumber = (a: number, b: number): number => a - b

test('a return that is pushed is acknowledged with its digest, and comes back on the page', async () => {
  const { app, store } = await withApp()
  const sent = exampleReturn(1)
  const pushed = await app.inject({ method: 'POST', url: '/api/v1/push', payload: pushOf(sent) })
  expect(readPushAnswer(pushed.json())).toEqual({
    protocol: 1,
    ...store.identity,
    acks: [{ id: sent.id, status: 'stored', seq: 1, sha256: sent.sha256, reason: null }],
  })
  const page = await app.inject('/api/v1/revisions?after=0')
  expect(readRevisionsPage(page.json())).toEqual({
    protocol: 1,
    ...store.identity,
    after: 0,
    revisions: [{ seq: 1, revision: sent }],
    next: 1,
    erasures: [],
    more: false,
  })
})

test('five identical pushes at once: stored once, and the other four are told so', async () => {
  const { app, store } = await withApp()
  const payload = pushOf(exampleReturn(1), exampleReturn(2))
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => app.inject({ method: 'POST', url: '/api/v1/push', payload })),
  )
  const acks = answers.flatMap((answer) => readPushAnswer(answer.json())?.acks ?? [])
  expect(acks.map(({ status }) => status).sort()).toEqual([...Array(8).fill('duplicate'), 'stored', 'stored'])
  expect(
    acks.every(({ id, sha256 }) => payload.revisions.some((sent) => sent.id === id && sent.sha256 === sha256)),
  ).toBe(true)
  const { revisions } = await store.revisionsAfter(0, 9)
  expect(revisions.map(({ revision }) => revision)).toEqual(payload.revisions)
})

test('whatever is pushed, cut and repeated, each return ends stored once and the pages have no gap', async () => {
  const batches = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(batches, fc.integer({ min: 1, max: 4 }), async (pushes, limit) => {
      const { app } = await withApp()
      await Promise.all(
        pushes.map((batch) =>
          app.inject({
            method: 'POST',
            url: '/api/v1/push',
            // 12 is one that can never be stored, so that good and bad travel together.
            payload: pushOf(...batch.map((n) => (n === 12 ? { id: n } : exampleReturn(n)))),
          }),
        ),
      )
      const seen: number[] = []
      const seqs: number[] = []
      for (let after = 0, more = true; more;) {
        const page = readRevisionsPage((await app.inject(`/api/v1/revisions?after=${after}&limit=${limit}`)).json())
        expect(page).not.toBeNull()
        seen.push(...(page?.revisions ?? []).map(({ revision }) => revision.deviceSequence))
        seqs.push(...(page?.revisions ?? []).map(({ seq }) => seq))
        after = page?.next ?? 0
        more = page?.more ?? false
      }
      expect(seqs).toEqual(seqs.map((_, index) => index + 1))
      expect(seen.sort(byNumber)).toEqual([...new Set(pushes.flat())].filter((n) => n !== 12).sort(byNumber))
    }),
    { numRuns: 15 },
  )
})

test.each(['after=-1', 'after=1.5', 'after=x', 'limit=0', 'after=1&after=2', 'limit=', 'after=1e3'])(
  'a page asked for by %s is refused',
  async (query) => {
    const { app } = await withApp()
    const answer = await app.inject(`/api/v1/revisions?${query}`)
    expect([answer.statusCode, answer.json().refused]).toEqual([400, 'bad-cursor'])
  },
)

test('surveys are listed, and each version has an address that never changes', async () => {
  const { app, store } = await withApp()
  const versions = await store.versions()
  expect(readSurveysAnswer((await app.inject('/api/v1/surveys')).json())).toEqual({
    protocol: 1,
    ...store.identity,
    versions,
    standings: await store.standings(),
  })
  const one = await app.inject(`/api/v1/surveys/${versions[0]?.id}`)
  expect(one.json()).toEqual(versions[0])
  expect(one.headers['cache-control']).toContain('immutable')
  expect((await app.inject(`/api/v1/surveys/${'0'.repeat(64)}`)).json()).toMatchObject({ refused: 'not-found' })
})
