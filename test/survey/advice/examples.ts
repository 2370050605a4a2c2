import type { AdviceKind } from '../../../src/survey/advice/finding.ts'
import type { Choice, Definition, Entry, Question } from '../../../src/survey/definition.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'

const notSure: Choice = { value: 'not_sure', text: 'Not sure', role: 'not-sure' }
const yesNo = ['Yes', 'No', notSure] as const
const agree = ['Strongly agree', 'Agree', 'Neither', 'Disagree', 'Strongly disagree'] as const

/** A question of some kind: answers make it one choice, none make it open. */
export const one = (title: string, choices: readonly Entry[] = yesNo): Question => ({
  type: 'radiogroup',
  name: 'q',
  title,
  choices,
})

export const open = (title: string): Question => ({ type: 'comment', name: 'q', title })

export const gridOf = (row: string, columns: readonly Entry[] = agree): Question => ({
  type: 'matrix',
  name: 'q',
  title: 'How far do you agree?',
  columns,
  rows: [{ value: 'row', text: row }],
})

export const surveyOf = (...elements: readonly Question[]): Definition => ({
  proforma: {
    id: 'test' as SurveyId,
    units: 'people',
    audience: 'Parents and carers',
    minutes: 1,
    privacy: 'We ask this.',
  },
  title: 'Test',
  pages: [{ name: 'page', elements }],
})

/** A question and all that is wrong with it. Most are of the kinds that textbooks and council surveys show. */
export type Example = readonly [question: Question, wrong: readonly AdviceKind[]]

export const bad: readonly Example[] = [
  [one('How satisfied are you with your pay and conditions?', agree), ['two-at-once']],
  [one('Was the worker polite and helpful?'), ['two-at-once']],
  [one('Do you think the new policy is fair and effective?'), ['two-at-once']],
  [one('How much do you enjoy collecting and analysing data?', agree), ['two-at-once', 'leading']],
  [one('Did the plan or the meeting help your family?'), ['two-at-once']],
  [one('Is the centre clean as well as safe?'), ['two-at-once']],
  [one('Do you smoke? Do you drink?'), ['two-at-once']],
  [gridOf('The training was useful and well run'), ['two-at-once']],
  [gridOf('I felt respected and was told what would happen next'), ['two-at-once']],
  [one('When did you last change your computer and printer?', ['This year', 'Before']), ['two-at-once']],
  [one('Should the council cut taxes and spend more on schools?'), ['two-at-once']],
  [one('Don’t you think children should have better playgrounds?'), ['leading']],
  [one('Do you agree that the service has improved?'), ['leading']],
  [one('How good was our excellent advice line?', agree), ['leading']],
  [one('Most people think the library should stay open. Do you?'), ['leading']],
  [one('Surely schools need more money?'), ['leading']],
  [one('Do you support our dedicated social workers?'), ['leading']],
  [one('How much did you enjoy the course?', agree), ['leading']],
  [one('Wouldn’t you say that parking is a problem?'), ['leading']],
  [one('Do you approve of the wasteful new scheme?'), ['leading']],
  [open('What did you like most about the course?'), ['leading']],
  [one('Everyone knows that reading matters. Do you read to your child?'), ['leading']],
  [one('Do you oppose not allowing phones in class?'), ['double-negative']],
  [one('Should children not be banned from the park?'), ['double-negative']],
  [one('Is it not true that nobody asked you?'), ['double-negative', 'leading']],
  [one('Do you disagree that staff should not work at night?'), ['double-negative']],
  [one('Was there nothing that the worker did not explain?'), ['double-negative']],
  [gridOf('I was not listened to'), ['double-negative']],
  [gridOf('The staff never explained what they were doing'), ['double-negative', 'vague']],
  [one('Do you regularly read to your child?'), ['vague']],
  [one('Have you recently seen a health visitor?'), ['vague']],
  [one('Do you often feel worried?'), ['vague']],
  [one('Did you get a reasonable amount of help?'), ['vague']],
  [one('Did you have several meetings?'), ['vague']],
  [one('Does your child always eat breakfast?'), ['vague']],
  [gridOf('Everyone in the team listened to me'), ['vague']],
  [one('Were you totally happy with the help?'), ['vague']],
  [one('Did someone explain the ABCDE to you?'), ['abbreviation']],
  [one('Has the MASH been in touch with you?'), ['abbreviation']],
  [one('Did you get a copy of your EHCP?'), ['abbreviation']],
  [one('Has a CAF been done for your family?'), ['abbreviation', 'jargon']],
  [one('Did the multi-agency team help you?'), ['jargon']],
  [one('Were you told about safeguarding?'), ['jargon']],
  [one('Was a referral made for your family?'), ['jargon']],
  [one('Did the intervention make a difference?'), ['jargon']],
  [one('Did the lead professional come to your home?'), ['jargon']],
  [open('What outcomes did your family achieve?'), ['jargon']],
  [
    one(
      'Thinking of the help that your family was given in the months after the first meeting at the centre, which of these says best how it felt for you?',
      agree,
    ),
    ['long-question'],
  ],
  [
    gridOf(
      'The person who came to see us at home in the first week after we had asked for help was somebody whom I could trust with our worries',
      agree,
    ),
    ['long-question'],
  ],
  [one('Do you have a garden?', ['Yes', 'No']), ['no-not-sure']],
  [
    one('Was the plan sent to you?', [
      { value: 'y', text: 'Yes' },
      { value: 'n', text: 'No' },
      { value: 'r', text: 'Prefer not to say', role: 'refused' },
    ]),
    ['no-not-sure'],
  ],
  [gridOf('I got a copy of the plan', ['Yes', 'No']), ['no-not-sure']],
  [one('How old is your child?', ['0-5', '5-10', '10-16']), ['ranges']],
  [
    one('How long did you wait?', ['Less than 1 week', '1 to 2 weeks', '2 to 4 weeks', 'More than 4 weeks']),
    ['ranges'],
  ],
  [one('How many people work here?', ['Under 10', '11 to 50', 'Over 50']), ['ranges']],
  [one('What do you earn in a year?', ['Up to £10,000', '£10,000 to £20,000', '£20,000 or more']), ['ranges']],
  [one('How many children do you have?', ['1 or 2', '1–3', '4+']), ['ranges']],
  // Wrong, and beyond what words alone can show.
  [one('How satisfied are you with the speed, price, quality?', agree), ['two-at-once']],
  [one('What have you stopped doing since you became ill?', ['Work', 'Sport']), ['leading']],
  [one('Do you drink a lot?'), ['vague']],
  [one('How old are you?', ['Child', '10 to 20', '18 to 30', 'Old']), ['ranges']],
]

export const good: readonly Question[] = [
  one('How many children and young people live in your home?', ['None', '1', '2 or more']),
  one('Are you a parent or carer?'),
  one('Did you or anyone in your family meet a health visitor?'),
  one('Do you agree or disagree with the plan?', agree),
  one('Are things better or worse than a year ago?', ['Better', 'The same', 'Worse']),
  one('How satisfied or dissatisfied are you with the plan?', agree),
  one('How easy or hard was it to talk to the worker?', agree),
  one('Do you have any friends or relatives nearby?'),
  one('Do you shop at Marks and Spencer?'),
  one('Thinking about home and school, how happy are you?', agree),
  one('Has this happened once or twice a week?'),
  one('Did it take between 2 and 4 weeks?'),
  one('Do you work in health and social care?'),
  one('Are you aged 65 or over?'),
  one('May we quote your words, without your name or address?'),
  open('What went well, and what could be better?'),
  open('What is your role, and how are you involved in research?'),
  { type: 'checkbox', name: 'q', title: 'Which clubs and groups do you go to?', choices: ['Scouts', 'Football'] },
  { type: 'text', name: 'q', title: 'How many chairs and tables are there?', inputType: 'number' },
  one('How often do you read to your child?', ['Every day', 'Once a week', 'Never']),
  one('How useful or not was the course?', agree),
  one('To what extent do you agree or disagree that buses run on time?', agree),
  open('What was great about the day, and what was not?'),
  one('Was the worker on time?'),
  one('How do you usually travel to work?', ['Bus', 'Car', 'On foot']),
  one('Did you not get a letter, or did you lose it?', ['Not got', 'Lost']),
  one('Are you not sure what to do next?'),
  one('Has anyone told you whether or not you can stay?'),
  gridOf('I was listened to'),
  gridOf('I knew what would happen next'),
  gridOf('The room was warm enough'),
  one('Have you seen your GP in the last 4 weeks?'),
  one('Do you use the NHS website?'),
  one('Do you watch TV?'),
  one('Did you go to a Special Educational Needs Team (SENT) meeting with SENT staff?'),
  one('WHERE DO YOU LIVE?', ['Town', 'Village']),
  one('Are you happy to answer our questions?', ['Yes', 'No']),
  one('Do you agree to take part?', ['Yes', 'No']),
  one('How old is your child?', ['0 to 4', '5 to 10', '11 to 16', '17 or over']),
  one('How old are you?', ['Under 18', '18-64', '65+']),
  one('How long did you wait?', ['Less than 1 week', '1 to 2 weeks', '3 to 4 weeks', 'More than 4 weeks']),
  one('How long have you lived here?', ['Less than 6 months', '6 to 12 months', '1 to 2 years', 'Over 2 years']),
  one('How many pets do you have?', ['0', '1', '2', '3 or more']),
  one('What is your income?', ['Up to £9,999', '£10,000 to £19,999', '£20,000 or more']),
  one('Which year are you in?', ['2019', '2021', '2024']),
  one('Which of these is nearest to what you think?', ['It helped', 'It did not help', 'It made things worse']),
  one('Did someone explain why we were meeting?'),
  open('Is there anything else you would like to tell us?'),
  open('What is one thing we should do better?'),
  { type: 'text', name: 'q', title: 'When did you first meet?', inputType: 'date' },
  one('Who came with you?', ['A friend', 'A relative', 'Nobody']),
  one('Has your child ever been to a nursery?'),
  one('Is there a bus stop near your home?'),
  one('Have you and your family moved in the last year?'),
  one('Did you stay at the meeting until the end?'),
]
