import type { Choice } from './definition.ts'

/** Answers to use again in many questions, with ids that never change, so that tables of different surveys compare. */
export interface ValueList {
  /** `agreement`: stable. */
  readonly id: string
  readonly title: string
  readonly choices: readonly Choice[]
  /** Where the list comes from, as a person may read it beside the list. */
  readonly source: string
  /** For lists under headings, as in the census: how many of the next choices each heading stands over. */
  readonly headings?: readonly { readonly title: string; readonly choices: number }[]
}

const notSure: Choice = { value: 'not_sure', text: 'Not sure', role: 'not-sure' }
const ratherNot: Choice = { value: 'prefer_not_to_say', text: 'Prefer not to say', role: 'refused' }

const likert =
  'Five points after R. Likert, A Technique for the Measurement of Attitudes, Archives of Psychology 140, 1932'

const scale = (...words: readonly (readonly [string, string])[]): readonly Choice[] =>
  words.map(([value, text]) => ({ value, text }))

/** Source: the LARC inception proforma of 2010: not sure is an answer. */
const yesNoNotSure: ValueList = {
  id: 'yes-no-not-sure',
  title: 'Yes, no or not sure',
  source: 'The answers of the LARC inception proforma, 2010',
  choices: [...scale(['yes', 'Yes'], ['no', 'No']), notSure],
}

/** Source: Likert (1932); worded as in the British Social Attitudes survey. */
const agreement: ValueList = {
  id: 'agreement',
  title: 'How far people agree',
  source: likert,
  choices: scale(
    ['strongly_agree', 'Strongly agree'],
    ['agree', 'Agree'],
    ['neither', 'Neither agree nor disagree'],
    ['disagree', 'Disagree'],
    ['strongly_disagree', 'Strongly disagree'],
  ),
}

/** Source: Likert (1932), with satisfaction in place of agreement. */
const satisfaction: ValueList = {
  id: 'satisfaction',
  title: 'How satisfied people are',
  source: likert,
  choices: scale(
    ['very_satisfied', 'Very satisfied'],
    ['satisfied', 'Satisfied'],
    ['neither', 'Neither satisfied nor dissatisfied'],
    ['dissatisfied', 'Dissatisfied'],
    ['very_dissatisfied', 'Very dissatisfied'],
  ),
}

/** Source: Likert (1932), with frequency in place of agreement. */
const frequency: ValueList = {
  id: 'frequency',
  title: 'How much of the time',
  source: likert,
  choices: scale(
    ['always', 'Always'],
    ['often', 'Often'],
    ['sometimes', 'Sometimes'],
    ['rarely', 'Rarely'],
    ['never', 'Never'],
  ),
}

/** Source: Likert (1932), with importance in place of agreement. */
const importance: ValueList = {
  id: 'importance',
  title: 'How important something is',
  source: likert,
  choices: scale(
    ['very_important', 'Very important'],
    ['important', 'Important'],
    ['neither', 'Neither important nor unimportant'],
    ['unimportant', 'Not important'],
    ['very_unimportant', 'Not important at all'],
  ),
}

/** Our own: each answer begins where the one before it ends, so that nobody fits two. */
const howOften: ValueList = {
  id: 'how-often',
  title: 'How often',
  source: 'Proforma',
  choices: [
    ...scale(
      ['daily', 'Every day'],
      ['most_days', 'Most days'],
      ['weekly', 'Once or twice a week'],
      ['monthly', 'Once or twice a month'],
      ['less', 'Less than once a month'],
      ['never', 'Never'],
    ),
    notSure,
  ],
}

/** Our own, cut at 16, 18 and 65, then by ten years as the Office for National Statistics does in its ten-year bands. */
const ageBands: ValueList = {
  id: 'age-bands',
  title: 'Age',
  source: 'Proforma, after the ten-year bands of the Office for National Statistics',
  choices: [
    ...scale(
      ['under_16', 'Under 16'],
      ['16_17', '16 to 17'],
      ['18_24', '18 to 24'],
      ['25_34', '25 to 34'],
      ['35_44', '35 to 44'],
      ['45_54', '45 to 54'],
      ['55_64', '55 to 64'],
      ['65_74', '65 to 74'],
      ['75_over', '75 or over'],
    ),
    ratherNot,
  ],
}

/**
 * Source: Office for National Statistics, Census 2021, household questionnaire for England and Wales: the 19 tick boxes
 * under their five headings. The census writes "Any other …" boxes with a line to write on: ask that as a question of
 * its own. "Prefer not to say" is ours, as the question may be left out. In Wales the first box begins with "Welsh".
 */
const ethnicGroup: ValueList = {
  id: 'ethnic-group-2021',
  title: 'Ethnic group',
  source: 'Census 2021, England and Wales, Office for National Statistics',
  headings: [
    { title: 'White', choices: 5 },
    { title: 'Mixed or Multiple ethnic groups', choices: 4 },
    { title: 'Asian or Asian British', choices: 5 },
    { title: 'Black, Black British, Caribbean or African', choices: 3 },
    { title: 'Other ethnic group', choices: 2 },
  ],
  choices: [
    ...scale(
      ['white_british', 'White: English, Welsh, Scottish, Northern Irish or British'],
      ['white_irish', 'White: Irish'],
      ['white_gypsy_irish_traveller', 'White: Gypsy or Irish Traveller'],
      ['white_roma', 'White: Roma'],
      ['white_other', 'White: Any other White background'],
      ['mixed_white_black_caribbean', 'Mixed: White and Black Caribbean'],
      ['mixed_white_black_african', 'Mixed: White and Black African'],
      ['mixed_white_asian', 'Mixed: White and Asian'],
      ['mixed_other', 'Mixed: Any other Mixed or Multiple background'],
      ['asian_indian', 'Asian: Indian'],
      ['asian_pakistani', 'Asian: Pakistani'],
      ['asian_bangladeshi', 'Asian: Bangladeshi'],
      ['asian_chinese', 'Asian: Chinese'],
      ['asian_other', 'Asian: Any other Asian background'],
      ['black_caribbean', 'Black: Caribbean'],
      ['black_african', 'Black: African background'],
      ['black_other', 'Black: Any other Black, Black British or Caribbean background'],
      ['arab', 'Other: Arab'],
      ['other', 'Other: Any other ethnic group'],
    ),
    ratherNot,
  ],
}

/**
 * Source: after Census 2021, England and Wales, "Is the gender you identify with the same as your sex registered at
 * birth?", which it asked of people aged 16 and over only and let them leave out. Ask it only where the answer is
 * needed, and never of a child by way of a parent. The census had a line to write on beside No: ask that separately.
 */
const genderSameAsSex: ValueList = {
  id: 'gender-same-as-sex-registered',
  title: 'Whether gender is the same as sex registered at birth',
  source: 'After Census 2021, England and Wales, Office for National Statistics: aged 16 and over, voluntary',
  choices: [...scale(['yes', 'Yes'], ['no', 'No']), ratherNot],
}

/** Our own: the words people use most come first, the next answer leaves room for others, and nobody has to say. */
const gender: ValueList = {
  id: 'gender',
  title: 'Gender, in people’s own words',
  source: 'Proforma',
  choices: [
    ...scale(['woman', 'Woman or girl'], ['man', 'Man or boy'], ['own_words', 'I use another word']),
    ratherNot,
  ],
}

/** The lists that ship, the ones used most first. */
export const valueLists: readonly ValueList[] = [
  yesNoNotSure,
  agreement,
  satisfaction,
  frequency,
  importance,
  howOften,
  ageBands,
  ethnicGroup,
  gender,
  genderSameAsSex,
]

/** The list of that id, or null where none ships. */
export const valueListOf = (id: string): ValueList | null => valueLists.find((list) => list.id === id) ?? null
