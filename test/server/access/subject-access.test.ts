import { expect, test } from 'vitest'
import type { GivenRole } from '../../../src/protocol/people.ts'
import type { SubjectAccess } from '../../../src/protocol/subject-access.ts'
import { referenceOf } from '../../../src/response/revision.ts'
import type { DeviceId } from '../../../src/response/revision.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import { heldHtml } from '../../../src/pages/people/held-html.ts'
import { exampleReturn, pushOf, uuid } from '../example-return.ts'
import { withApp } from '../with-app.ts'
import { type Asker, invited, makeOwner, post } from './example-people.ts'

const visits = 'visits' as SurveyId
const lead = (survey: string): GivenRole => ({ survey: survey as SurveyId, role: 'lead', singleAnswers: false })

/** Three forms of `visits`, one of them corrected and one that was kept aside, and somebody who was sent a link. */
const begun = async () => {
  const { app, store } = await withApp()
  const owner = await makeOwner(app, store)
  const ben = await invited(app, owner, [lead('visits')], 'ben@council.example')
  const cy = await invited(app, owner, [lead('elections')], 'cy@council.example')
  const first = exampleReturn(1, { notes: { role: 'She <b>whispered</b>.' } })
  const corrected = exampleReturn(2, { response: first.response, replaces: first.id })
  const bad = { ...exampleReturn(4), sha256: 'f'.repeat(64) }
  await post(app, '/api/v1/push', pushOf(first, corrected, exampleReturn(3), bad), owner)
  const member = {
    id: 'u1',
    name: 'Kim Lee',
    contact: '',
    email: 'kim@home.example',
    language: '',
    strata: { ward: 'A' },
  }
  await post(app, '/api/v1/populations/visits/members', { members: [member] }, owner)
  await post(app, '/api/v1/populations/visits/draw', { draw: null }, owner)
  const ask = async (find: string, asker: Asker = ben) => {
    const answer = await post(app, '/api/v1/subject-access', { find, why: 'request 7' }, asker)
    expect(answer.statusCode).toBe(200)
    return answer.json<SubjectAccess>()
  }
  return { app, store, owner, ben, cy, ask, first, corrected, bad }
}

test('by the reference of a receipt comes all that is held of it, and nothing of others', async () => {
  const { ask, first, corrected, store } = await begun()
  const held = await ask(referenceOf(first.response).toLowerCase().replace('-', ' '))
  expect(held.responses).toHaveLength(1)
  expect(held.responses[0]).toMatchObject({
    reference: referenceOf(first.response),
    revisions: [{ revision: first }, { revision: corrected }],
    aside: [],
    erased: null,
  })
  expect(JSON.stringify(held)).not.toContain('Visitor 3')
  expect(held.versions.map(({ definition }) => definition.title)).toEqual(['Visits'])
  const [newest] = await store.access.auditBefore(999, 1)
  expect(newest).toMatchObject({ what: 'subject-access', about: first.response, why: 'request 7' })
  expect((await ask(referenceOf(first.response))).log.map(({ what }) => what)).toContain(
    'looked at all that is held about somebody',
  )
})

test('what was kept aside comes as it came, and what was taken out says so', async () => {
  const { app, owner, ask, first, bad } = await begun()
  const aside = await ask(referenceOf(bad.response))
  expect(aside.responses).toMatchObject([{ revisions: [], aside: [{ reason: 'wrong-digest', came: bad }] }])
  const erasure = { response: first.response, survey: visits, at: '2026-11-23T14:40:00.000Z', reason: 'withdrawn' }
  await post(app, '/api/v1/erasures', { protocol: 1, device: uuid(0xd2) as DeviceId, erasures: [erasure] }, owner)
  const gone = await ask(referenceOf(first.response))
  expect(gone.responses).toMatchObject([{ revisions: [], aside: [], erased: { reason: 'withdrawn' } }])
  expect(JSON.stringify(gone)).not.toContain('Visitor')
})

test('who was sent a link is found by name, address or id, with what happened and what came back', async () => {
  const { app, owner, store, ask } = await begun()
  const { ledger } = (await app.inject({ url: '/api/v1/populations/visits', headers: owner })).json()
  const { recipient } = ledger.recipients[0]
  const { links } = (
    await post(app, '/api/v1/populations/visits/links', { recipients: [recipient], how: 'shown' }, owner)
  ).json()
  const authorization = `Link ${links[0].token}`
  const draft = { answers: { role: 'half a word' }, language: 'en' }
  await app.inject({
    method: 'PUT',
    url: '/api/v1/recipient/draft',
    headers: { authorization },
    payload: { after: 0, draft },
  })
  for (const find of ['kim lee', 'KIM@home.example', 'u1']) {
    const [listed] = (await ask(find)).listed
    expect(listed).toMatchObject({
      survey: 'visits',
      member: { name: 'Kim Lee', email: 'kim@home.example', strata: { ward: 'A' } },
      draft: { content: draft },
      links: [{ endedAt: null }],
    })
  }
  const sent = exampleReturn(9, { way: 'link', device: uuid(0xd5) })
  const push = { ...pushOf(sent), device: uuid(0xd5) }
  const pushed = await app.inject({
    method: 'POST',
    url: '/api/v1/recipient/push',
    headers: { authorization },
    payload: push,
  })
  expect(pushed.json().acks).toMatchObject([{ status: 'stored' }])
  const held = await ask('Kim Lee')
  expect(held.listed).toMatchObject([{ draft: null, responses: [sent.response] }])
  expect(held.responses).toMatchObject([{ revisions: [{ revision: sent }] }])
  expect((await ask(referenceOf(sent.response))).listed, 'and the other way round').toHaveLength(1)
  expect((await store.access.auditBefore(999, 999)).map(({ why, about }) => why + about).join()).not.toMatch(/kim/i)
})

test('another survey’s lead finds nothing, and nobody else may look', async () => {
  const { app, owner, cy, ask, first, bad } = await begun()
  for (const find of [referenceOf(first.response), referenceOf(bad.response), 'Kim Lee'])
    expect(await ask(find, cy)).toMatchObject({ responses: [], listed: [], log: [], versions: [] })
  const analyst = await invited(
    app,
    owner,
    [{ survey: visits, role: 'analyst', singleAnswers: true }],
    'di@council.example',
  )
  for (const asker of [analyst, {}])
    expect((await post(app, '/api/v1/subject-access', { find: 'u1', why: 'x' }, asker)).statusCode).toBeGreaterThan(400)
  expect((await post(app, '/api/v1/subject-access', { find: 'u1', why: ' ' }, owner)).json().refused).toBe(
    'not-a-request',
  )
})

test('the file to read says every answer in words, with notes, and runs nothing', async () => {
  const { ask, first, bad } = await begun()
  const html = heldHtml(await ask(referenceOf(first.response)))
  for (const words of [
    'Your role',
    'Visitor 1',
    'Visitor 2',
    'What helped?',
    'housing: Not sure',
    'As it stood before',
  ])
    expect(html).toContain(words)
  expect(html).toContain('She &lt;b&gt;whispered&lt;/b&gt;.')
  expect(heldHtml(await ask(referenceOf(bad.response)))).toContain('changed on the way')
  expect(heldHtml(await ask('<script>alert(1)</script>'))).not.toContain('<script')
})
