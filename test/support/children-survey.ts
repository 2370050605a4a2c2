import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]

/** A survey that asks the same of each child: rules and wordings in it look at the same child. */
export const childrenSurvey = (id = 'children-at-home'): Definition => ({
  proforma: {
    id: id as SurveyId,
    units: 'people',
    audience: 'Families',
    minutes: 3,
    privacy: 'We ask to plan places.',
  },
  title: 'Children at home',
  pages: [
    {
      name: 'home',
      elements: [
        {
          type: 'paneldynamic',
          name: 'children',
          title: 'Who are the children in your home?',
          description: 'Those who live with you most of the week.',
          maxPanelCount: 6,
          proforma: { each: 'Child' },
          templateElements: [
            { type: 'text', name: 'child_name', title: 'First name', isRequired: true },
            {
              type: 'text',
              name: 'age',
              title: 'How old is {panel.child_name}?',
              inputType: 'number',
              min: 0,
              max: 18,
              proforma: { unit: 'years' },
            },
            {
              type: 'radiogroup',
              name: 'school',
              title: 'Does {panel.child_name} go to school?',
              visibleIf: '{panel.age} >= 4',
              choices: yesNo,
            },
          ],
        },
        {
          type: 'radiogroup',
          name: 'together',
          title: 'Do they go to the same school?',
          visibleIf: '{children.length} >= 2',
          choices: yesNo,
        },
      ],
    },
  ],
})
