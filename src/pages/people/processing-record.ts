import type { Definition, Question } from '../../survey/definition.ts'
import { questionsOf } from '../../survey/questions.ts'
import { consentQuestion } from '../../survey/rule/consent-rule.ts'
import { textIn } from '../../survey/text.ts'

/** One line of the record: what is told, in one paragraph or several. */
export interface RecordLine {
  readonly term: string
  readonly words: readonly string[]
}

/** What only people know. */
export interface Controller {
  readonly organisation: string
  readonly officer: string
}

const kinds: { readonly [T in Question['type']]: string } = {
  radiogroup: 'choices',
  checkbox: 'choices',
  rating: 'scales',
  matrix: 'grids of choices',
  text: 'short answers in their own words, numbers and dates',
  comment: 'answers in their own words',
  paneldynamic: 'groups that repeat, such as one for each child',
  file: 'photos',
  signaturepad: 'signatures',
}

/**
 * What article 30 of the UK GDPR wants to be written down of a survey, as far as the survey and this server know it.
 *
 * @param listed how many stand in its list of who is asked
 */
export const recordOf = (
  definition: Definition,
  listed: number,
  { organisation, officer }: Controller,
): readonly RecordLine[] => {
  const { audience, units, privacy } = definition.proforma
  const questions = questionsOf(definition)
  const asked = [...new Set(questions.map(({ type }) => kinds[type]))]
  const description = textIn(definition.description).trim()
  return [
    { term: 'Controller', words: [organisation.trim() === '' ? 'To fill in' : organisation.trim()] },
    { term: 'Data protection officer', words: [officer.trim() === '' ? 'To fill in' : officer.trim()] },
    { term: 'Purpose', words: [textIn(definition.title), ...(description === '' ? [] : [description])] },
    {
      term: 'What people are told: who asks, why, on what basis, how long it is kept',
      words: [textIn(privacy).trim() === '' ? 'Nothing yet: the privacy text is missing.' : textIn(privacy)],
    },
    {
      term: 'Whose data',
      words: [
        `${audience.trim() === '' ? 'Not said' : audience}. One form speaks for ${units === 'people' ? 'a person' : 'an organisation'}.`,
      ],
    },
    {
      term: 'What data',
      words: [
        `${questions.length} questions: ${asked.join(', ')}.`,
        listed === 0
          ? 'No list of who is asked.'
          : `A list of ${listed} who are asked: names, addresses where they were given, and what was sent and when.`,
        'With each form: when it was begun and sent, the language, how it was filled in, and how long it took.',
        ...(consentQuestion(definition) === null
          ? []
          : ['Consent, with its time and wording. Of who says no that alone is kept.']),
      ],
    },
    {
      term: 'Who is given it',
      words: [
        'Leads of this survey, and analysts who may read single answers. Other analysts see tables. The owner of the server sees all. Nobody outside, unless somebody takes an export there.',
      ],
    },
    { term: 'Sent to other countries', words: ['Nothing by Proforma: it is where you run the server.'] },
    {
      term: 'How it is protected',
      words: [
        'Accounts with roles for each survey, passwords by argon2id or the organisation’s own sign-in, a second step where it is turned on. Tablets with a key each, revoked from a list.',
        'Returns of enrolled tablets are sealed (HPKE) until they reach the server. Everything is sent over TLS. What was done is in a log whose rows hang together.',
        units === 'people'
          ? 'Small numbers are hidden in tables.'
          : 'Tables show every number: nobody in person is counted.',
        'Answers are deleted by their reference, here and on every device, and again when a backup is restored.',
      ],
    },
  ]
}
