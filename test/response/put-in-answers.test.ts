import { expect, test } from 'vitest'
import { putInAnswers } from '../../src/response/put-in-answers.ts'
import type { Answers } from '../../src/response/answers.ts'
import { plainText } from '../../src/survey/text-parts.ts'
import { questionsOf } from '../../src/survey/questions.ts'
import { choiceLabel, asChoice, textIn } from '../../src/survey/text.ts'
import { asChildOf } from '../support/child-survey.ts'

const day = (iso: string): string => `day ${iso}`

const worded = (answers: Answers, language = 'default') =>
  questionsOf(putInAnswers(asChildOf(), answers, language, day)).map(({ title }) => textIn(title, language))

test('answers stand in the wordings, as words', () => {
  const answers = { child_name: 'Amir', age: 4, born: '2022-03-27', school: 'yes' }
  expect(worded(answers)).toEqual([
    'What is your child called?',
    'How old is Amir?',
    'When was Amir born?',
    'Does Amir, 4 years, born day 2022-03-27, go to school?',
    'You said: Yes. Tell us more',
  ])
  expect(worded(answers, 'cy')[1]).toBe('Faint yw oed Amir?')
  expect(worded(answers, 'cy')[4]).toBe('You said: Ydy. Tell us more')
})

test('what is not answered stands as three dots, and what is half a date as it was typed', () => {
  expect(worded({ child_name: '  ', born: '27/march/' })[3]).toBe('Does …, …, born 27/march/, go to school?')
})

test('an answer never becomes a part of the form: braces in it stay braces, and a long one is cut', () => {
  expect(worded({ child_name: '{age}', age: 4 })[1]).toBe('How old is {age}?')
  expect(worded({ child_name: `Amir\n${'x'.repeat(200)}` })[1]).toBe(`How old is Amir ${'x'.repeat(95)}…?`)
})

test('hints and choices put in answers too, and what names no question stays as it is', () => {
  const question = questionsOf(putInAnswers(asChildOf(), { child_name: 'Amir' }, 'default', day))[3]
  expect(textIn(question?.description)).toBe('Say {something} of Amir')
  const choices = question?.type === 'radiogroup' ? question.choices : []
  expect(choices.map((choice) => choiceLabel(asChoice(choice)))).toEqual(['Yes', 'Amir does not'])
})

test('braces that were typed as words are shown as they were typed', () => {
  const typed = { ...asChildOf(), title: plainText('Write {age} here') }
  expect(putInAnswers(typed, { age: 4 }, 'default', day).title).toBe('Write {age} here')
})

test('a survey that puts in nothing is the very same', () => {
  const survey = asChildOf()
  const plain = { ...survey, pages: survey.pages.map((page) => ({ ...page, elements: page.elements.slice(0, 1) })) }
  expect(putInAnswers(plain, { child_name: 'Amir' }, 'default', day)).toBe(plain)
})
