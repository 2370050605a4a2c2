import { expect, test } from 'vitest'
import { readInventoryAnswer } from '../../src/protocol/read-inventory-answer.ts'
import { exampleReturn, pushOf } from './example-return.ts'
import { withApp } from './with-app.ts'

const url = '/api/v1/inventory'

test('a device is told what the server has of it, and that it was emptied stays for the lead', async () => {
  const { app, store } = await withApp()
  const { device } = exampleReturn(1)
  const pushed = [1, 2, 4].map((number) => exampleReturn(number))
  await app.inject({ method: 'POST', url: '/api/v1/push', payload: pushOf(...pushed) })
  const numbers = pushed.map(({ deviceSequence }) => deviceSequence)
  const wiped = { at: '2026-11-23T15:00:00.000Z', returns: 2, drafts: 1 }
  const asked = await app.inject({ method: 'POST', url, payload: { protocol: 1, device, sequence: 6, wiped } })
  expect(readInventoryAnswer(asked.json())).toEqual({
    protocol: 1,
    ...store.identity,
    device,
    highest: Math.max(...numbers),
    count: 3,
    missing: [1, 2, 3, 4, 5, 6].filter((number) => !numbers.includes(number)),
    aside: [],
  })
  expect(await store.deviceReports()).toMatchObject([{ device, sequence: 6, wiped }])
  await app.inject({ method: 'POST', url, payload: { protocol: 1, device, sequence: 7, wiped: null } })
  expect(await store.deviceReports()).toMatchObject([{ device, sequence: 7 }])
})

test('a device that the server never heard of has nothing there; what is no inventory is refused', async () => {
  const { app } = await withApp()
  const { device } = exampleReturn(1)
  const asked = await app.inject({ method: 'POST', url, payload: { protocol: 1, device, sequence: 0, wiped: null } })
  expect(asked.json()).toMatchObject({ highest: 0, count: 0, missing: [] })
  const bad = await app.inject({ method: 'POST', url, payload: { protocol: 1, device, sequence: -1, wiped: null } })
  expect(bad.json()).toMatchObject({ refused: 'not-an-inventory' })
})
