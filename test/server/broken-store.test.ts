import { expect, test } from 'vitest'
import { makeApp } from '../../src/server/make-app.ts'
import { definition, exampleReturn, pushOf } from './example-return.ts'
import { openStore } from './open-store.ts'

test('a store that fails is told to the operator, and to the device only that nothing was lost', async () => {
  const store = await openStore()
  await store.publish(definition)
  const reported: unknown[] = []
  const app = await makeApp({ store, appFolder: null, report: (error) => reported.push(error) })
  await store.close()
  const answer = await app.inject({ method: 'POST', url: '/api/v1/push', payload: pushOf(exampleReturn(1)) })
  expect(answer.statusCode).toBe(500)
  expect(answer.json()).toEqual({
    refused: 'broken',
    reason: 'Something went wrong on the server. Nothing was lost on this device.',
  })
  expect(reported).toHaveLength(1)
  await app.close()
})
