import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'

/** A survey whose wordings put in answers: a name in words, an age, a day and a choice. */
export const asChildOf = (): Definition => ({
  proforma: { id: 'child' as SurveyId, units: 'people', audience: 'Families', minutes: 2, privacy: 'Private.' },
  title: 'Your child',
  pages: [
    {
      name: 'section_1',
      elements: [
        { type: 'text', name: 'child_name', title: 'What is your child called?' },
        {
          type: 'text',
          name: 'age',
          title: { default: 'How old is {child_name}?', cy: 'Faint yw oed {child_name}?' },
          inputType: 'number',
          isRequired: true,
          proforma: { unit: 'years' },
        },
        { type: 'text', name: 'born', title: 'When was {child_name} born?', inputType: 'date' },
        {
          type: 'radiogroup',
          name: 'school',
          title: 'Does {child_name}, {age}, born {born}, go to school?',
          description: 'Say {something} of {child_name}',
          choices: [
            { value: 'yes', text: { default: 'Yes', cy: 'Ydy' } },
            { value: 'no', text: '{child_name} does not' },
          ],
        },
        {
          type: 'comment',
          name: 'more',
          title: 'You said: {school}. Tell us more',
          visibleIf: "{school} = 'yes'",
        },
      ],
    },
  ],
})
