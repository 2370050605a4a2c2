import { expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import { addPasted } from '../../../src/survey/edit/add-pasted.ts'
import { pasteQuestions } from '../../../src/survey/paste/paste-questions.ts'
import { questionsOf } from '../../../src/survey/questions.ts'
import { answersInText } from '../../../src/survey/text-parts.ts'
import { textIn } from '../../../src/survey/text.ts'
import { asChildOf } from '../../support/child-survey.ts'

const { questions } = pasteQuestions('1. Age?\n2. Age?\n3. Write {age} here?\n  a) Yes\n  b) Not sure')

test('pasted questions stand in their order where they were asked for, under names of their own', () => {
  const added = addPasted(asChildOf(), questions, { after: 'child_name' })
  const definition = added.ok ? added.definition : asChildOf()
  expect(questionsOf(definition).map(({ name }) => name)).toEqual([
    'child_name',
    'age_2',
    'age_3',
    'write_age_here',
    'age',
    'born',
    'school',
    'more',
  ])
  expect(added).toMatchObject({ did: 'Added 3 questions', at: 'age_2' })
  expect(openDefinition(definition)).toMatchObject({ ok: true })
})

test('braces that were pasted are words, not an answer that is put in', () => {
  const added = addPasted(asChildOf(), questions, { after: 'age' })
  const asked = added.ok ? questionsOf(added.definition).find(({ name }) => name === 'write_age_here') : undefined
  expect(textIn(asked?.title)).toContain('age} here')
  expect(answersInText(textIn(asked?.title))).toEqual([])
})

test('nothing pasted is refused, and so is a place that is gone', () => {
  expect(addPasted(asChildOf(), [], { after: 'age' })).toMatchObject({ ok: false })
  expect(addPasted(asChildOf(), questions, { after: 'gone' })).toMatchObject({ ok: false })
})
