import { expect, test } from 'vitest'
import english from '../../../src/pages/collect/messages/en.json' with { type: 'json' }
import urdu from '../../../src/pages/collect/messages/ur.json' with { type: 'json' }
import type { MessageFile } from '../../../src/pages/collect/messages.ts'
import { wordsOf } from '../../../src/pages/collect/words.ts'
import { ruleOnPaper } from '../../../src/pages/paper/rule-on-paper.ts'
import type { Definition } from '../../../src/survey/definition.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'

const definition: Definition = {
  proforma: { id: 'test' as SurveyId, units: 'people', audience: 'Parents', minutes: 1, privacy: 'We ask.' },
  title: 'Test',
  pages: [
    {
      name: 'page',
      elements: [
        {
          type: 'radiogroup',
          name: 'garden',
          title: 'Do you have a garden?',
          choices: [
            { value: 'yes', text: { default: 'Yes', ur: 'جی ہاں' } },
            { value: 'no', text: { default: 'No', ur: 'نہیں' } },
          ],
        },
        { type: 'text', inputType: 'number', name: 'age', title: 'How old are you?' },
        { type: 'text', inputType: 'date', name: 'came', title: 'When did you come?' },
        {
          type: 'matrix',
          name: 'grid',
          title: 'Which of these?',
          columns: [{ value: 'yes', text: 'Yes' }],
          rows: [{ value: 'toys', text: 'Toys' }],
        },
      ],
    },
  ],
}
const [inEnglish, inUrdu] = [wordsOf(english as MessageFile), wordsOf(urdu as MessageFile)]

test.each([
  ["{garden} = 'yes'", 'Only answer if question 1 is ‘Yes’.'],
  ["{garden} = 'yes' or {garden} = 'no'", 'Only answer if question 1 is ‘Yes’ or ‘No’.'],
  ["{garden} <> 'yes' and {age} >= 18", 'Only answer if question 1 is not ‘Yes’, and question 2 is 18 or more.'],
  ["{came} <= '2026-03-27'", 'Only answer if question 3 is 27 March 2026 or earlier.'],
  ["{grid.toys} = 'yes'", 'Only answer if question 4, ‘Toys’ is ‘Yes’.'],
  ['{age} notempty', 'Only answer if question 2 is answered.'],
  ['iif({age} > 3, 1, 0) = 1', 'Only answer if iif({age} > 3, 1, 0) = 1.'],
])('%s reads: %s', (rule, sentence) => {
  expect(ruleOnPaper(definition, rule, inEnglish, 'default')).toBe(sentence)
})

test('it is said in the language of the form, with the answers in that language', () => {
  expect(ruleOnPaper(definition, "{garden} = 'yes'", inUrdu, 'ur')).toBe(
    'صرف اس صورت میں جواب دیں: سوال 1 کا جواب ”جی ہاں“ ہے۔',
  )
})
