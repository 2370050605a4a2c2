import { Agent, request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { makeApp } from '../../src/server/make-app.ts'
import { definition, exampleReturn, pushOf } from './example-return.ts'
import { openStore } from './open-store.ts'

interface Heard {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly body: string
}

test('over HTTP, what does not fit in the queue is told when to come again; readers are answered, and what waited is stored', async () => {
  const store = await openStore()
  await store.publish(definition)
  const gate = Promise.withResolvers<null>()
  const held = {
    ...store,
    keep: async (...args: Parameters<typeof store.keep>) => gate.promise.then(() => store.keep(...args)),
  }
  const app = await makeApp({ store: held, appFolder: null, report: (error) => expect.fail(String(error)) })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity })
  onTestFinished(async () => {
    agent.destroy()
    await app.close()
  })
  const ask = (path: string, body?: string): Promise<Heard> =>
    new Promise((resolve, reject) => {
      const asked = request(
        `${address}${path}`,
        { agent, method: body === undefined ? 'GET' : 'POST', headers: { 'content-type': 'application/json' } },
        (answer) => {
          let text = ''
          answer.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'], body: text }),
          )
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  const heard: Heard[] = []
  const body = JSON.stringify(pushOf(exampleReturn(1)))
  const asked = Array.from({ length: 1014 }, () =>
    ask('/api/v1/push', body).then((answer) => {
      heard.push(answer)
      return answer
    }),
  )
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(10)
  for (const { status, retryAfter, body } of heard) {
    expect([status, retryAfter]).toEqual([503, '5'])
    expect(JSON.parse(body)).toMatchObject({ refused: 'busy' })
  }
  expect((await ask('/api/v1/surveys')).status, 'somebody who reads').toBe(200)
  gate.resolve(null)
  const all = await Promise.all(asked)
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1004)
  expect((await store.revisionsAfter(0, 9)).revisions, 'sent 1,004 times, counted once').toHaveLength(1)
  expect((await ask('/api/v1/push', body)).status, 'who comes again is let in').toBe(200)
}, 60_000)
