import { joinWrapped } from './join-wrapped.ts'
import { type PastedLine, pastedLines } from './lines.ts'
import { propose } from './propose.ts'
import type { Pasted } from './proposed.ts'
import { findStems } from './stems.ts'
import { isTable, readTable } from './table.ts'

/** More is cut off: a long document was pasted by mistake, and a survey has at most 500 items. */
const mostLines = 5000

/**
 * Reads questions from text pasted from a document, a mail or a spreadsheet. Nothing is taken yet: each question says
 * why it was read as what it is, and what was passed over has its reason. Never fails; empty text gives no questions.
 *
 * @example pasteQuestions('1. Do you drive?\n  a) Yes\n  b) No').questions[0] // { kind: 'one-choice', choices: ['Yes', 'No'], … }
 */
export const pasteQuestions = (text: string): Pasted => {
  const all = pastedLines(text)
  const lines = all.slice(0, mostLines)
  const read = isTable(lines) ? readTable(lines) : readLines(lines)
  if (all.length <= mostLines) return read
  const cut = {
    words: `${all.length - mostLines} more lines`,
    reason: `At most ${mostLines} lines are read at once.`,
    lines: [mostLines + 1, all.length] as const,
  }
  return { ...read, passedOver: [...read.passedOver, cut] }
}

const readLines = (lines: readonly PastedLine[]): Pasted => {
  const { stems, passedOver } = findStems(joinWrapped(closedUp(lines)))
  return { questions: stems.map(propose), passedOver }
}

const isBlank = (line: PastedLine | undefined): boolean => line === undefined || line.words === ''

/** Some mails put an empty line between all lines: there it separates nothing, and goes. */
const closedUp = (lines: readonly PastedLine[]): readonly PastedLine[] => {
  const filled = lines.filter((line) => !isBlank(line))
  const apart = filled.every((line) => isBlank(lines[line.number]))
  const short = filled.filter(({ words }) => !words.includes('?')).length
  return apart && filled.length > 2 && short > 1 && filled.some(({ words }) => words.endsWith('?')) ? filled : lines
}
