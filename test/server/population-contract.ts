import { describe, expect, test } from 'vitest'
import type { RecipientId } from '../../src/population/ledger.ts'
import type { Member } from '../../src/population/member.ts'
import type { Store } from '../../src/server/store.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'

const survey = definition.proforma.id
const member = (name: string, region = ''): Member => ({
  id: name,
  name,
  contact: '',
  email: '',
  language: '',
  strata: region === '' ? {} : { region },
})
const three = [member('Kent', 'South East'), member('Devon', 'South West'), member('Luton', 'East')]

/** What every store must do with who is asked, whatever database it stands on. */
export const populationContract = (name: string, make: () => Promise<Store>): void => {
  const withThree = async () => {
    const store = await make()
    await store.publish(definition)
    const { population } = store
    await population.add(survey, three)
    const recipients = async () => (await population.ledger(survey))?.recipients ?? []
    const [kent] = await recipients()
    if (kent === undefined) throw new Error('Nobody is on the list')
    return { store, population, recipients, kent: kent.recipient }
  }

  describe(`${name} keeps who is asked`, () => {
    test('a list keeps its order over several additions, and nobody twice', async () => {
      const { population, recipients } = await withThree()
      expect(await population.add(survey, [member('Devon'), member('York')])).toBe(1)
      const more = Array.from({ length: 1200 }, (_, at) => member(`Unit ${String(at).padStart(4, '0')}`))
      expect(await population.add(survey, more)).toBe(1200)
      const names = (await recipients()).map((one) => one.name)
      expect(names).toEqual(['Kent', 'Devon', 'Luton', 'York', ...more.map((one) => one.name)])
      expect((await recipients())[0]?.strata).toEqual({ region: 'South East' })
      expect(await population.lists()).toEqual([{ survey, members: 1204 }])
    })

    test('who returned it still has when the time of the answers is over, and what was begun by a link is gone', async () => {
      const { store, population, recipients, kent } = await withThree()
      const revision = exampleReturn(1)
      await store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
      await population.noteReturn(kent, revision.response, 'link')
      const devon = (await recipients())[1]?.recipient ?? kent
      await population.saveDraft(devon, 0, '{"answers":{}}')
      const far = '2040-01-01T00:00:00.000Z'
      expect(await store.retention.received(survey)).toEqual([{ month: '2026-11', answers: 1 }])
      expect(await store.retention.over(survey, '2026-11-01T00:00:00.000Z')).toEqual([])
      expect(await store.retention.over(survey, far)).toEqual([revision.response])
      const erasure = { response: revision.response, survey, at: far, reason: 'retention' } as const
      await store.erase({ device: revision.device, erasures: [erasure] })
      await store.retention.forgetBeside(survey, far)
      expect((await recipients()).map((one) => one.returns.length)).toEqual([1, 0, 0])
      expect(await population.draft(devon)).toBeNull()
    })

    test('settings are kept, and a survey without a list has no ledger', async () => {
      const { population } = await withThree()
      expect(await population.ledger(survey)).toMatchObject({ closes: null, mayAmend: false, mostReturns: 1 })
      await population.settle(survey, { closes: '2026-12-18', mayAmend: true, mostReturns: 3 })
      const ledger = await population.ledger(survey)
      expect(ledger).toMatchObject({ closes: '2026-12-18', mayAmend: true, mostReturns: 3 })
      expect(ledger?.recipients.map(({ mostReturns }) => mostReturns)).toEqual([3, 3, 3])
      expect(await population.ledger('nothing' as typeof survey)).toBeNull()
    })

    test('a draw is kept with its record, is undone, and stands once somebody was written to', async () => {
      const { population, recipients, kent } = await withThree()
      const asked = { seed: 'one', n: 0, allocation: { kind: 'by-hand', by: 'region', numbers: { East: 1 } } } as const
      expect(await population.draw(survey, asked)).toMatchObject({ ok: true, record: { n: 1 } })
      const drawn = async () => (await recipients()).filter((one) => one.asked).map((one) => one.name)
      expect(await drawn()).toEqual(['Luton'])
      expect((await population.ledger(survey))?.draw?.drawnAt).toMatch(/^\d{4}-\d\d-\d\dT/)
      await population.add(survey, [member('York', 'North')])
      expect(await drawn(), 'who comes after the draw is not drawn').toEqual(['Luton'])
      expect(await population.draw(survey, null)).toEqual({ ok: true })
      expect(await drawn()).toHaveLength(4)
      await population.makeLinks(survey, [kent], 'copied')
      expect(await population.draw(survey, asked)).toMatchObject({ ok: false })
    })

    test('links open the recipient they were made for until they are ended, and only of their survey', async () => {
      const { population, recipients, kent } = await withThree()
      const ids = (await recipients()).map(({ recipient }) => recipient)
      const tokens = await population.makeLinks(survey, [...ids, uuid(99) as RecipientId], 'by mail merge')
      expect([...tokens.keys()]).toEqual(expect.arrayContaining(ids))
      expect(tokens.size).toBe(3)
      const token = tokens.get(kent) ?? ''
      expect(await population.byToken(token)).toMatchObject({ recipient: { name: 'Kent' } })
      const second = (await population.makeLinks(survey, [kent], null)).get(kent) ?? ''
      await population.endLinks(kent)
      expect([await population.byToken(token), await population.byToken(second)]).toEqual([null, null])
      const events = (await recipients()).map((one) => one.events.map(({ kind }) => kind))
      expect(events).toEqual([['sent', 'links-ended'], ['sent'], ['sent']])
      expect((await population.makeLinks('other' as typeof survey, [kent], 'copied')).size).toBe(0)
    })

    test('eight things at once happen to one recipient one after the other', async () => {
      const { population, recipients, kent } = await withThree()
      await Promise.all(Array.from({ length: 8 }, (_, at) => population.note(kent, 'reminded', `${at}`)))
      const [first] = await recipients()
      expect(first?.events.map(({ detail }) => detail).toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
    })

    test('answers on their way are not written over by who has not read them', async () => {
      const { population, kent } = await withThree()
      expect(await population.saveDraft(kent, 0, '{"a":1}')).toEqual({ ok: true, number: 1 })
      expect(await population.saveDraft(kent, 0, '{"a":2}')).toMatchObject({ ok: false, newer: { content: '{"a":1}' } })
      expect(await population.saveDraft(kent, 1, '{"a":3}')).toEqual({ ok: true, number: 2 })
      expect(await population.draft(kent)).toMatchObject({ number: 2, content: '{"a":3}' })
      await population.dropDraft(kent)
      expect(await population.draft(kent)).toBeNull()
    })

    test('a response stands under one name, and counts once it was returned', async () => {
      const { store, population, recipients, kent } = await withThree()
      const devon = (await recipients())[1]?.recipient ?? kent
      const revision = exampleReturn(1)
      expect(await population.noteReturn(kent, revision.response, 'paper')).toBe(true)
      expect(await population.noteReturn(devon, revision.response, 'link')).toBe(false)
      expect((await recipients()).map(({ returns }) => returns.length)).toEqual([0, 0, 0])
      await store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
      expect((await recipients()).map(({ returns }) => returns.map(({ way }) => way))).toEqual([['paper'], [], []])
      await population.settle(survey, { closes: '2026-11-01', mayAmend: false, mostReturns: 1 })
      expect((await recipients())[0]?.returns).toMatchObject([{ late: true }])
    })

    test('an open link is on the list without being asked, keeps its cap, and is never drawn', async () => {
      const { population, recipients } = await withThree()
      const token = await population.openLink(survey, 40)
      const holder = await population.byToken(token)
      expect(holder?.recipient).toMatchObject({ name: 'Open link', open: true, asked: false, mostReturns: 40 })
      expect(await population.lists()).toEqual([{ survey, members: 3 }])
      const drawn = await population.draw(survey, { seed: 'one', n: 3, allocation: { kind: 'simple' } })
      expect(drawn).toMatchObject({ ok: true, record: { n: 3 } })
      expect((await recipients()).filter((one) => one.asked)).toHaveLength(3)
      await population.draw(survey, null)
      expect((await recipients()).filter((one) => one.asked)).toHaveLength(3)
    })
  })
}
