import type { ItemStatus } from '../response/status.ts'
import type { Code, VariableKind } from '../survey/codebook.ts'

/** How a variable is answered. */
export const kindWords: { readonly [K in VariableKind]: string } = {
  choice: 'One answer from a list',
  tick: 'Ticked or not',
  scale: 'A step of a scale',
  number: 'A number',
  date: 'A date',
  text: 'Own words',
  photo: 'Photos',
  signature: 'A signature',
}

/** What an answer counts as in a table. */
export const roleWords: { readonly [R in Code['role']]: string } = {
  answer: 'Answer',
  'not-sure': 'Not sure: counted as an answer',
  none: 'None of these: counted as an answer',
  refused: 'Refused: counted in Non-response',
  'dont-know': 'Don’t know: counted in Non-response',
}

/** What stands in a data set where there is no answer, and why there is none. */
export const emptyMarks: { readonly [S in Exclude<ItemStatus, 'answered'>]: readonly [mark: string, why: string] } = {
  blank: ['[blank]', 'Left blank'],
  'dont-know': ['[don’t know]', 'Said that they did not know'],
  refused: ['[refused]', 'Would rather not say'],
  'not-asked': ['[not asked]', 'Does not apply: an earlier answer made the question needless, or it was left out'],
  'not-in-version': ['[not in version]', 'The version that was filled in did not have it'],
}

/** What stands for words, photos and signatures where a data set leaves them out. */
export const givenMark = ['[given]', 'Something was given that this file leaves out'] as const

/** The codes of a box that can be ticked. */
export const tickCodes = [
  { value: 1, label: 'Ticked' },
  { value: 0, label: 'Not ticked' },
] as const
