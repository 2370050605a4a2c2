import type { Answers } from '../../src/response/answers.ts'
import type { Returned } from '../../src/response/current.ts'
import type { Marks } from '../../src/response/draft.ts'
import type { ResponseId, RevisionId } from '../../src/response/revision.ts'
import { settle } from '../../src/engine/statuses.ts'
import type { Choice, Definition, Question } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { versionId } from '../../src/survey/version.ts'
import type { KnownVersion } from '../../src/tabulation/merge-versions.ts'

// One small survey in two versions, with everything that a table must keep apart: routing, refusals, rows, boxes and
// answers that only one of the versions has, and items that people name themselves.

const notSure: Choice = { value: 'not_sure', text: 'Not sure', role: 'not-sure' }
const ratherNot: Choice = { value: 'rather_not', text: 'Prefer not to say', role: 'refused' }
const noIdea: Choice = { value: 'no_idea', text: 'Don’t know', role: 'dont-know' }

const openSlot = (slot: number): readonly Question[] => [
  { type: 'text', name: `own${slot}`, title: `Your own idea ${slot}` },
  {
    type: 'radiogroup',
    name: `own${slot}_like`,
    title: 'Do you like it?',
    visibleIf: `{own${slot}} notempty`,
    choices: ['yes', 'no', notSure],
    proforma: { openEnded: { of: 'likes', words: `own${slot}` } },
  },
]

const survey = (elements: readonly Question[]): Definition => ({
  proforma: { id: 'clubs' as SurveyId, units: 'people', audience: 'Members', minutes: 2, privacy: 'Nobody is named.' },
  title: 'Clubs',
  pages: [{ name: 'all', elements }],
})

const firstClubs: Definition = survey([
  { type: 'radiogroup', name: 'member', title: 'Are you a member?', choices: ['yes', 'no', ratherNot, noIdea] },
  {
    type: 'matrix',
    name: 'likes',
    title: 'What do you like?',
    visibleIf: "{member} = 'yes'",
    columns: ['yes', 'no', notSure],
    rows: [
      { value: 'music', text: 'Music' },
      { value: 'sport', text: 'Sports' },
    ],
  },
  { type: 'checkbox', name: 'help', title: 'What helps?', choices: ['bus', 'money', ratherNot] },
  { type: 'rating', name: 'happy', title: 'How happy are you?', visibleIf: '{help} notempty', rateValues: [1, 2, 3] },
  { type: 'text', name: 'age', title: 'How old are you?', inputType: 'number' },
  ...openSlot(1),
])

export const secondClubs: Definition = survey([
  {
    type: 'radiogroup',
    name: 'member',
    title: 'Are you a member?',
    choices: ['yes', 'lapsed', 'no', ratherNot, noIdea],
  },
  {
    type: 'matrix',
    name: 'likes',
    title: 'What do you like to do?',
    visibleIf: "{member} = 'yes' or {member} = 'lapsed'",
    columns: ['yes', notSure, 'no', 'sometimes'],
    rows: [
      { value: 'sport', text: 'Sport' },
      { value: 'dance', text: 'Dance' },
    ],
  },
  { type: 'checkbox', name: 'help', title: 'What helps?', choices: ['bus', 'phone', ratherNot] },
  ...openSlot(1),
  ...openSlot(2),
])

export const clubVersions: readonly KnownVersion[] = [firstClubs, secondClubs].map((definition, index) => ({
  id: versionId(definition),
  number: index + 1,
  definition,
}))

interface MadeWith {
  readonly id?: string
  readonly replaces?: string | null
  readonly marks?: Marks
}

/** A return of the first or the second version, settled by the engine as a device does it. */
export const clubReturn = (
  response: string,
  version: 1 | 2,
  typed: Answers,
  { id = `${response}.1`, replaces = null, marks = {} }: MadeWith = {},
): Returned => {
  const definition = version === 1 ? firstClubs : secondClubs
  return {
    id: id as RevisionId,
    response: response as ResponseId,
    replaces: replaces as RevisionId | null,
    version: versionId(definition),
    ...settle(definition, typed, marks),
  }
}
