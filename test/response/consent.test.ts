import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { consentLog, saidNo } from '../../src/response/consent.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { addConsent } from '../../src/survey/edit/consent.ts'
import type { VersionId } from '../../src/survey/ids.ts'
import { routedSurvey } from '../support/routed-survey.ts'

const plain = routedSurvey()
const added = addConsent(plain)
const survey: Definition = added.ok ? added.definition : plain
const version = 'a'.repeat(64) as VersionId
const at = (second: number) => ({ version, language: 'cy', at: new Date(Date.UTC(2026, 10, 23, 9, 0, second)) })

test('a no is a no only where consent was asked for and answered', () => {
  expect(saidNo(survey, { consent: 'no' })).toBe(true)
  for (const answers of [{}, { consent: '' }, { consent: 'yes' }]) expect(saidNo(survey, answers)).toBe(false)
  expect(saidNo(plain, { consent: 'no', one: 'no' })).toBe(false)
})

test('each sitting leaves its last answer, with the time and the words it was asked in', () => {
  const first = consentLog(survey, [], {})
  expect(first.note({ one: 'yes' }, at(1))).toEqual([])
  first.note({ consent: 'yes' }, at(2))
  const noted = first.note({ consent: 'no' }, at(3))
  expect(first.note({ consent: 'no', one: 'yes' }, at(9)), 'another answer does not date it anew').toEqual(noted)
  expect(noted).toEqual([
    { question: 'consent', given: false, at: '2026-11-23T09:00:03.000Z', version, language: 'cy' },
  ])
  const second = consentLog(survey, noted, { consent: 'no' })
  expect(second.note({ consent: 'no' }, at(20))).toEqual(noted)
  expect(second.note({ consent: 'yes' }, at(21)).map(({ given }) => given)).toEqual([false, true])
})

test('whatever is answered in a sitting, what was recorded before stays, and at most one is added', () => {
  const before = consentLog(survey, [], {}).note({ consent: 'yes' }, at(0))
  const answers = fc.array(fc.constantFrom<object>({}, { consent: 'yes' }, { consent: 'no' }), { maxLength: 8 })
  fc.assert(
    fc.property(answers, (typed) => {
      const log = consentLog(survey, before, { consent: 'yes' })
      const noted = typed.map((each, second) => log.note(each as never, at(second))).at(-1) ?? before
      expect(noted.slice(0, 1)).toEqual(before)
      expect(noted.length).toBeLessThanOrEqual(2)
      const last = (typed.at(-1) ?? { consent: 'yes' }) as { readonly consent?: string }
      const own = noted[1]
      expect(own === undefined || own.given === (last.consent === 'yes')).toBe(true)
    }),
  )
})
