import type { Answers } from '../../src/response/answers.ts'

/** What the forms' own activities were sorted into; its label is the row in the published table. */
export const theme = {
  id: 'context_and_hypothesis',
  label: 'Identifying a context and developing a hypothesis in advance of workshops',
  of: 'support',
} as const

/** One invented form. `support`: a letter for each activity of the grid, Y yes, N no, S not sure, - left blank. */
export interface LarcForm {
  readonly support: string
  readonly role: string | null
  readonly other: readonly { readonly activity: string; readonly need: 'yes' | 'no' | 'not_sure' | null }[]
  readonly comments: string | null
  readonly returnedAt: string
}

const form = (
  support: string,
  returnedAt: string,
  role: string | null,
  comments: string | null = null,
  other: LarcForm['other'] = [],
): LarcForm => ({ support, returnedAt: `2008-${returnedAt}:00.000Z`, role, comments, other })

/** 21 invented forms whose counts are the published ones, which a test holds against the report. */
export const forms: readonly LarcForm[] = [
  form('YYNSNN', '09-29T09:12', 'Research and information manager'),
  form('YYSY-Y', '09-29T14:40', 'Integrated working lead', null, [
    { activity: 'Finding a focus for our question before the first workshop', need: 'not_sure' },
  ]),
  form('Y----N', '09-30T08:55', 'Head of children’s services planning', 'We have not yet agreed who will do the work.'),
  form('YSSSSS', '09-30T11:03', 'CAF co-ordinator', null, [
    { activity: 'Choosing the local context', need: 'not_sure' },
    { activity: 'Turning the context into something we can test', need: 'not_sure' },
  ]),
  form('------', '09-30T16:27', 'Locality manager', 'Too early to say. Ring us after the team meeting in October.'),
  form(
    'YYYYYY',
    '10-01T10:18',
    'Performance officer',
    'This is new to us, so support at every stage would be welcome.',
    [{ activity: 'Working out a hypothesis ahead of the workshops', need: 'yes' }],
  ),
  form('YYN-N-', '10-01T13:31', 'Research officer'),
  form('SSSSSS', '10-02T09:44', 'Extended services adviser', 'It depends on the topic we settle on.', [
    { activity: 'Deciding what our hypothesis is', need: 'not_sure' },
  ]),
  form('YY--SS', '10-02T15:09', null),
  form('Y-NSS-', '10-03T11:52', 'Children’s trust manager', null, [
    { activity: 'Understanding our context', need: null },
    { activity: 'Getting to a hypothesis in good time', need: 'not_sure' },
  ]),
  form('YNNNNN', '10-03T16:15', 'Senior research officer', 'We have a team for collecting and analysing data.'),
  form('------', '10-06T09:05', null, 'I have only just taken this over from a colleague.'),
  form('YYNYYY', '10-06T12:36', 'Early years lead', null, [
    { activity: 'Help to set the scene and say what we expect to find, before we meet', need: 'yes' },
  ]),
  form('YY----', '10-07T10:21', 'Policy officer'),
  form('YSYSSS', '10-07T14:58', 'Practice development manager', null, [
    { activity: 'A research context and hypothesis that the steering group agrees on', need: 'not_sure' },
  ]),
  form('Y-----', '10-08T09:37', 'Integrated services manager', 'The rest depends on the design.'),
  form('YYSSYS', '10-08T13:14', 'Information and evaluation officer'),
  form('------', '10-09T11:46', 'Assistant director', 'We will know more after the first workshop.'),
  form('YYNYNN', '10-09T15:33', 'Data and intelligence manager'),
  form('YYYYYY', '10-10T10:02', 'Parenting strategy lead', 'A contact who knows our project would help most.'),
  form('------', '10-10T16:49', null),
]

const items = [
  'designing_project',
  'designing_instruments',
  'commissioning',
  'defining_collection',
  'identifying_collation',
  'analysing',
]

const answerOf: { readonly [letter: string]: string } = { Y: 'yes', N: 'no', S: 'not_sure' }

/** The form as someone would have filled it in: what was left blank is not there. */
export const answersOfForm = (form: LarcForm): Answers => {
  const support = Object.fromEntries(
    form.support.split('').flatMap((letter, index) => {
      const answer = answerOf[letter]
      return answer === undefined ? [] : [[items[index] ?? '', answer]]
    }),
  )
  const other = Object.fromEntries(
    form.other.flatMap(({ activity, need }, index) => [
      [`other${index + 1}_activity`, activity],
      ...(need === null ? [] : [[`other${index + 1}_need`, need]]),
    ]),
  )
  return {
    authority: `Authority ${String.fromCharCode(65 + forms.indexOf(form))} (invented)`,
    ...(form.role === null ? {} : { role: form.role }),
    ...(Object.keys(support).length === 0 ? {} : { support }),
    ...other,
    ...(form.comments === null ? {} : { comments: form.comments }),
  }
}
