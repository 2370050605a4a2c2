import { type Arbitrary, array, constant, constantFrom, dictionary, nat, oneof, record, subarray } from 'fast-check'
import type { Answers } from '../../src/response/answers.ts'
import type { Returned } from '../../src/response/current.ts'
import type { Marks } from '../../src/response/draft.ts'
import { clubReturn } from './club-survey.ts'

const likes = ['yes', 'no', 'not_sure']

const own = { own1: constantFrom('chess', 'swimming', ' '), own1_like: constantFrom(...likes) }

/** What someone may have typed in the first version, routed past or not: the engine settles it. */
const firstAnswers = record(
  {
    member: constantFrom('yes', 'yes', 'no', 'rather_not', 'no_idea'),
    likes: record({ music: constantFrom(...likes), sport: constantFrom(...likes) }, { requiredKeys: [] }),
    help: subarray(['bus', 'money', 'rather_not']),
    happy: constantFrom(1, 2, 3),
    ...own,
  },
  { requiredKeys: [] },
)

const secondAnswers = record(
  {
    member: constantFrom('yes', 'lapsed', 'no', 'rather_not', 'no_idea'),
    likes: record(
      { sport: constantFrom(...likes, 'sometimes'), dance: constantFrom(...likes, 'sometimes') },
      { requiredKeys: [] },
    ),
    help: subarray(['bus', 'phone', 'rather_not']),
    ...own,
  },
  { requiredKeys: [] },
)

type Filled = { readonly version: 1 | 2; readonly answers: Answers; readonly marks: Marks }

/** What an interviewer may have said of what was not answered. */
const marked = dictionary(
  constantFrom('member', 'likes', 'help', 'happy', 'age'),
  constantFrom('refused' as const, 'dont-know' as const, 'not-asked' as const),
  { maxKeys: 2 },
)

const filled: Arbitrary<Filled> = oneof(
  record({ version: constant(1 as const), answers: firstAnswers, marks: marked }),
  record({ version: constant(2 as const), answers: secondAnswers, marks: marked }),
)

type Step =
  | { readonly kind: 'return'; readonly form: Filled }
  | { readonly kind: 'amend'; readonly which: number; readonly form: Filled }
  | { readonly kind: 'delete'; readonly which: number }

const step: Arbitrary<Step> = oneof(
  { weight: 4, arbitrary: record({ kind: constant('return' as const), form: filled }) },
  { weight: 2, arbitrary: record({ kind: constant('amend' as const), which: nat(), form: filled }) },
  { weight: 1, arbitrary: record({ kind: constant('delete' as const), which: nat() }) },
)

/** Every revision in the order it arrived, and, worked out beside it, the one of each response that counts. */
export interface ClubHistory {
  readonly arrived: readonly Returned[]
  readonly counting: readonly Returned[]
}

/** Returns, amendments and deletions over two versions of a survey with routing. */
export const clubHistory: Arbitrary<ClubHistory> = array(step, { maxLength: 14 }).map((steps) => {
  let arrived: readonly Returned[] = []
  let counting: readonly Returned[] = []
  steps.forEach((step, index) => {
    if (step.kind === 'return') {
      const made = clubReturn(`response ${index}`, step.form.version, step.form.answers, { marks: step.form.marks })
      arrived = [...arrived, made]
      counting = [...counting, made]
      return
    }
    const old = counting[step.which % Math.max(1, counting.length)]
    if (old === undefined) return
    if (step.kind === 'delete') {
      arrived = arrived.filter(({ response }) => response !== old.response)
      counting = counting.filter(({ response }) => response !== old.response)
      return
    }
    const { version, answers, marks } = step.form
    const made = clubReturn(old.response, version, answers, { id: `revision ${index}`, replaces: old.id, marks })
    arrived = [...arrived, made]
    counting = counting.map((each) => (each === old ? made : each))
  })
  return { arrived, counting }
})
