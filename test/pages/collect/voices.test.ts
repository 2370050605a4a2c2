import { expect, test } from 'vitest'
import { spokenQuestion } from '../../../src/pages/collect/spoken.ts'
import { voiceFor } from '../../../src/pages/collect/voices.ts'
import type { Question } from '../../../src/survey/definition.ts'

const here = (lang: string) => ({ lang, localService: true })
const elsewhere = (lang: string) => ({ lang, localService: false })

test('a voice that is not on the device is never taken', () => {
  expect(voiceFor([elsewhere('ur-PK')], 'ur')).toBeNull()
  expect(voiceFor([elsewhere('en-GB'), here('en-US')], 'en')).toEqual(here('en-US'))
})

test('English is read as here, any other language in its own region first, however a system writes it', () => {
  expect(voiceFor([here('en-US'), here('en_GB')], 'en')).toEqual(here('en_GB'))
  expect(voiceFor([here('pt-BR'), here('pt-PT')], 'pt-PT')).toEqual(here('pt-PT'))
  expect(voiceFor([here('urd-PK'), here('cy')], 'ur')).toBeNull()
})

test('a question is read with its hint and answers, each in the language it stands in', () => {
  const question: Question = {
    type: 'radiogroup',
    name: 'school',
    title: { default: 'Is there a school?', cy: 'Oes ysgol?' },
    description: 'Any school',
    choices: [{ value: 'yes', text: { default: 'Yes', cy: 'Oes' } }, 'no'],
    proforma: { prompts: 'Not read out' },
  }
  expect(spokenQuestion(question, { language: 'cy', original: 'en' })).toEqual([
    { words: 'Oes ysgol?', code: 'cy' },
    { words: 'Any school', code: 'en' },
    { words: 'Oes', code: 'cy' },
    { words: 'no', code: 'en' },
  ])
})
