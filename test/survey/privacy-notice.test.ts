import { expect, test } from 'vitest'
import { limits } from '../../src/survey/limits.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { privacyNotice } from '../../src/survey/privacy-notice.ts'
import { definition } from '../server/example-return.ts'

const details = {
  who: ' Southshire Council. ',
  why: 'how we can help families better',
  basis: 'public-task',
  kept: '2 years.',
  contact: 'Ada Reed, 01234 567890',
} as const

test('a notice says who, why, on what basis, how long, whom to contact and where to complain', () => {
  const notice = privacyNotice(definition, details)
  for (const words of [
    'Southshire Council asks these questions. We want to know how we can help families better. ',
    '(public task)',
    'We delete them after 2 years. ',
    'contact Ada Reed, 01234 567890. ',
    'nobody can tell that it was you',
    'Information Commissioner',
  ])
    expect(notice).toContain(words)
  expect(notice).not.toMatch(/\.\.|undefined/)
  expect(notice, 'it asks for neither').not.toMatch(/photo|sign\b|agree/)
  expect(notice.length).toBeLessThan(limits.textLength)
})

test('photos, a signature, consent and what must be answered are told where the survey has them', () => {
  const [page] = definition.pages
  const more: Definition = {
    ...definition,
    proforma: { ...definition.proforma, units: 'organisations' },
    pages: [
      {
        name: 'one',
        elements: [
          {
            type: 'radiogroup',
            name: 'agree',
            title: 'Do you agree?',
            choices: ['yes', 'no'],
            isRequired: true,
            proforma: { consent: true },
          },
          { type: 'file', name: 'photo', title: 'A photo' },
          { type: 'signaturepad', name: 'sign', title: 'Sign' },
          ...(page?.elements ?? []),
        ],
      },
    ],
  }
  const notice = privacyNotice(more, { ...details, basis: 'consent' })
  for (const words of ['First we ask if you agree', 'add photos', 'ask you to sign', 'because you agree to it'])
    expect(notice).toContain(words)
  expect(notice).not.toContain('leave out any question')
  expect(notice).not.toContain('it was you')
})
