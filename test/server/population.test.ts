import { expect, test } from 'vitest'
import { baseOf, isClash, type Ledger } from '../../src/population/ledger.ts'
import { ofTheList } from '../../src/population/of-the-list.ts'
import type { Member } from '../../src/population/member.ts'
import { sealRevision } from '../../src/response/revision.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'
import { withApp } from './with-app.ts'

const survey = definition.proforma.id
const member = (name: string): Member => ({ id: name, name, contact: '', email: '', language: '', strata: {} })

/** A list of three, each with a link. */
const withList = async (closes: string | null = null, mayAmend = false, mostReturns = 1) => {
  const { app, store } = await withApp()
  const post = async (path: string, payload: object) =>
    (await app.inject({ method: 'POST', url: `/api/v1/populations/${survey}/${path}`, payload })).json()
  await post('members', { members: ['Kent', 'Devon', 'Luton'].map(member) })
  await post('settings', { closes, mayAmend, mostReturns })
  const ledger = async (): Promise<Ledger> =>
    (await app.inject({ method: 'GET', url: `/api/v1/populations/${survey}` })).json().ledger
  const recipients = (await ledger()).recipients.map(({ recipient }) => recipient)
  const { links } = await post('links', { recipients, how: 'shown' })
  const tokens: readonly string[] = links.map(({ token }: { readonly token: string }) => token)
  const as = (token: string, method: 'GET' | 'POST' | 'PUT', path = '', payload?: object) =>
    app.inject({
      method,
      url: `/api/v1/recipient${path}`,
      headers: { authorization: `Link ${token}` },
      ...(payload === undefined ? {} : { payload }),
    })
  return { app, store, post, ledger, recipients, tokens, as }
}

const returned = (n: number, changes: object = {}) => {
  const { sha256: _, ...rest } = exampleReturn(n)
  return sealRevision({ ...rest, way: 'link', ...changes })
}
const pushOf = (...revisions: readonly ReturnType<typeof returned>[]) => ({
  protocol: 1,
  device: exampleReturn(1).device,
  epoch: null,
  revisions,
})

test('a link opens its survey, keeps answers on the way for any device, and takes one return', async () => {
  const { tokens, as, ledger } = await withList()
  const [kent = ''] = tokens
  expect((await as(kent, 'GET')).json()).toMatchObject({ name: 'Kent', state: 'sent', closed: false, draft: null })
  const draft = { answers: { role: 'lead' }, language: 'default' }
  expect((await as(kent, 'PUT', '/draft', { after: 0, draft })).json()).toEqual({ number: 1 })
  expect((await as(kent, 'GET')).json().draft).toMatchObject({ number: 1, content: draft })
  const behind = await as(kent, 'PUT', '/draft', { after: 0, draft })
  expect([behind.statusCode, behind.json().number]).toEqual([409, 1])
  expect((await as(kent, 'POST', '/push', pushOf(returned(1)))).json().acks).toMatchObject([{ status: 'stored' }])
  expect((await as(kent, 'POST', '/push', pushOf(returned(1)))).json().acks).toMatchObject([{ status: 'duplicate' }])
  const [row] = (await ledger()).recipients
  expect(row?.events.map(({ kind }) => kind)).toEqual(['sent', 'opened', 'begun'])
  expect(row?.returns).toMatchObject([{ response: returned(1).response, way: 'link', late: false }])
  expect((await as(kent, 'GET')).json()).toMatchObject({ state: 'returned', draft: null, returned: returned(1) })
})

test('links that never were, were ended, or are no links at all are answered alike, and then not at all', async () => {
  const { tokens, recipients, as, post } = await withList()
  await post('mark', { recipient: recipients[0], kind: 'links-ended', detail: '' })
  const bodies = await Promise.all(
    [tokens[0] ?? '', 'A'.repeat(22), 'short', "' or 1=1"].map(async (token) => (await as(token, 'GET')).body),
  )
  expect(new Set(bodies).size).toBe(1)
  for (let tries = 0; tries < 60; tries += 1) await as('B'.repeat(22), 'GET')
  expect((await as(tokens[1] ?? '', 'GET')).statusCode).toBe(429)
})

test('no recipient touches the answers of another, or changes their own where that is not allowed', async () => {
  const { tokens, as } = await withList()
  const [kent = '', devon = ''] = tokens
  await as(kent, 'POST', '/push', pushOf(returned(1)))
  const theirs = returned(2, { response: returned(1).response, replaces: returned(1).id })
  for (const token of [kent, devon]) expect((await as(token, 'POST', '/push', pushOf(theirs))).statusCode).toBe(403)
  const under = returned(2, { response: returned(1).response })
  expect((await as(devon, 'POST', '/push', pushOf(under))).statusCode).toBe(403)
  expect((await as(devon, 'GET')).json()).toMatchObject({ returned: null })
})

test('a change is a new revision where the lead allows it', async () => {
  const { tokens, as, store } = await withList(null, true)
  const [kent = ''] = tokens
  await as(kent, 'POST', '/push', pushOf(returned(1)))
  const change = returned(2, { response: returned(1).response, replaces: returned(1).id })
  expect((await as(kent, 'POST', '/push', pushOf(change))).statusCode).toBe(200)
  expect((await store.revisionsAfter(0, 9)).revisions).toHaveLength(2)
  expect((await as(kent, 'GET')).json().returned).toEqual(change)
})

test('after the closing date a link opens no form, and what was begun before comes late', async () => {
  const { tokens, as, ledger, post } = await withList()
  const [kent = '', devon = ''] = tokens
  await as(kent, 'GET')
  await post('settings', { closes: '2026-11-01', mayAmend: false, mostReturns: 1 })
  expect((await as(devon, 'GET')).json()).toMatchObject({ closed: true })
  expect((await as(devon, 'POST', '/push', pushOf(returned(2)))).statusCode).toBe(403)
  expect((await as(kent, 'POST', '/push', pushOf(returned(1)))).statusCode).toBe(200)
  expect((await ledger()).recipients[0]?.returns).toMatchObject([{ late: true }])
})

test('two returns of one are a clash until the lead picks, and both are kept', async () => {
  const { tokens, recipients, as, ledger, post, store } = await withList()
  const [kent = ''] = tokens
  await as(kent, 'POST', '/push', pushOf(returned(1)))
  const paper = returned(2, { response: uuid(77), way: 'paper' })
  await post('returns', { recipient: recipients[0], response: paper.response })
  expect((await ledger()).recipients[0]?.returns, 'not before it is returned').toHaveLength(1)
  await as(kent, 'POST', '/push', pushOf(returned(3, { response: uuid(78) })))
  expect((await ledger()).recipients[0]?.returns).toHaveLength(2)
  await post('pick', { recipient: recipients[0], response: uuid(78) })
  expect((await ledger()).recipients[0]?.events.at(-1)).toMatchObject({ kind: 'picked', detail: uuid(78) })
  expect((await store.revisionsAfter(0, 9)).revisions).toHaveLength(2)
})

test('a name that would add a line to a mail is refused whole', async () => {
  const { post } = await withList()
  expect(await post('members', { members: [member('Kent\r\nBcc: all@example.com')] })).toMatchObject({
    refused: 'not-a-list',
  })
})

test('a draw asks only who was drawn, says so to all, and stands once somebody was written to', async () => {
  const { app, post, ledger } = await withList()
  const asked = { seed: 'one', n: 2, allocation: { kind: 'simple' } }
  expect(await post('draw', { draw: asked })).toMatchObject({ ok: false })
  await app.close()
  const fresh = await withApp()
  const send = async (path: string, payload: object) =>
    (await fresh.app.inject({ method: 'POST', url: `/api/v1/populations/${survey}/${path}`, payload })).json()
  await send('members', { members: ['Kent', 'Devon', 'Luton'].map(member) })
  expect(await send('draw', { draw: asked })).toMatchObject({ ok: true, record: { n: 2 } })
  const held = (await fresh.store.population.ledger(survey))?.recipients.filter((one) => one.asked)
  expect(held).toHaveLength(2)
  expect(ledger).toBeDefined()
})

test('answers change until the closing date and not after', async () => {
  const { tokens, as, post, store } = await withList(null, true)
  const [kent = ''] = tokens
  await as(kent, 'POST', '/push', pushOf(returned(1)))
  await post('settings', { closes: '2026-11-01', mayAmend: true, mostReturns: 1 })
  const change = returned(2, { response: returned(1).response, replaces: returned(1).id })
  expect((await as(kent, 'POST', '/push', pushOf(change))).statusCode).toBe(403)
  expect((await store.revisionsAfter(0, 9)).revisions).toHaveLength(1)
})

test('where several may answer by one link, each return counts, and nobody is told of another', async () => {
  const { tokens, as, ledger } = await withList(null, true, 2)
  const [kent = ''] = tokens
  const draft = { answers: { role: 'lead' }, language: 'default' }
  expect((await as(kent, 'PUT', '/draft', { after: 0, draft })).statusCode).toBe(409)
  await as(kent, 'POST', '/push', pushOf(returned(1)))
  expect((await as(kent, 'GET')).json()).toMatchObject({ shared: true, closed: false, returned: null, draft: null })
  const change = returned(2, { response: returned(1).response, replaces: returned(1).id })
  expect((await as(kent, 'POST', '/push', pushOf(change))).statusCode, 'it may be of another').toBe(403)
  await as(kent, 'POST', '/push', pushOf(returned(2, { response: uuid(77) })))
  expect((await as(kent, 'GET')).json()).toMatchObject({ full: true, closed: true })
  expect((await as(kent, 'POST', '/push', pushOf(returned(3, { response: uuid(78) })))).statusCode).toBe(403)
  const asked = await ledger()
  expect(asked.recipients.map(isClash)).toEqual([false, false, false])
  expect(baseOf(asked)).toMatchObject({ population: 3, returned: 1, counted: [returned(1).response, uuid(77)] })
})

test('an open link takes returns up to its cap: they count, and are of nobody asked', async () => {
  const { as, post, ledger } = await withList()
  const { token } = await post('open-link', { most: 2 })
  expect((await as(token, 'GET')).json()).toMatchObject({ shared: true, full: false })
  for (const n of [1, 2]) await as(token, 'POST', '/push', pushOf(returned(n, { response: uuid(70 + n) })))
  expect((await as(token, 'POST', '/push', pushOf(returned(3, { response: uuid(78) })))).statusCode).toBe(403)
  expect((await as(token, 'POST', '/decline', { reason: '' })).statusCode).toBe(409)
  const base = baseOf(await ledger())
  expect(base).toMatchObject({ population: 3, returned: 0, counted: [uuid(71), uuid(72)], open: 2 })
  const { notes, population } = ofTheList([{ response: uuid(71) }, { response: uuid(72) }], base)
  expect(population, 'no rate over people who were not asked').toBeNull()
  expect(notes.join(' ')).toContain('2 by an open link')
})

test('10,000 of them are taken, linked and told without slowing', async () => {
  const { app } = await withApp()
  const post = (path: string, payload: object) =>
    app.inject({ method: 'POST', url: `/api/v1/populations/${survey}/${path}`, payload })
  const names = Array.from({ length: 10_000 }, (_, at) => member(`Unit ${at}`))
  for (let from = 0; from < names.length; from += 2000)
    expect((await post('members', { members: names.slice(from, from + 2000) })).json()).toEqual({ added: 2000 })
  const read = (await app.inject({ url: `/api/v1/populations/${survey}` })).json().ledger as Ledger
  expect(read.recipients).toHaveLength(10_000)
  const recipients = read.recipients.slice(0, 2000).map(({ recipient }) => recipient)
  const begun = performance.now()
  expect((await post('links', { recipients, how: 'merged' })).json().links).toHaveLength(2000)
  // 4,000 writes one by one, each waiting for the disk, take longer than this.
  expect(performance.now() - begun).toBeLessThan(3000)
  expect((await post('members', { members: Array.from({ length: 2001 }, () => member('X')) })).statusCode).toBe(400)
}, 30_000)
