import type { Variable } from '../survey/codebook.ts'
import { askedIn, type CodebookLevel, offeredCodes, otherWordings, variablesIn } from '../tabulation/codebook-levels.ts'
import { kindWords, roleWords, tickCodes } from './codebook-words.ts'
import { csvCell, type CsvSafety, rawCsvCell } from './csv-cell.ts'

const head = [
  'Row is',
  'Question',
  'Question in words',
  'Variable',
  'Variable in words',
  'Kind',
  'Unit',
  'Code',
  'Answer',
  'Counts as',
  'In versions',
  'Worded otherwise',
]

/** A codebook as CSV: a line for each answer of each variable, and one for a variable without a list of answers. */
export const codebookCsv = (levels: readonly CodebookLevel[], safety: CsvSafety = 'safe'): string => {
  const text = safety === 'safe' ? csvCell : rawCsvCell
  const lines = levels.flatMap((level) =>
    level.book.groups.flatMap((group) =>
      variablesIn(level.book, group).flatMap((variable) =>
        codeLines(level, variable, text).map((code) =>
          [
            text(level.group === null ? 'Form' : level.group.each),
            text(group.id),
            text(group.label),
            text(variable.id),
            text(variable.label),
            text(kindWords[variable.kind]),
            text(variable.unit ?? ''),
            ...code,
            text(
              otherWordings(level.book, variable)
                .map(({ version, label }) => `${version}: ${label}`)
                .join('; '),
            ),
          ].join(','),
        ),
      ),
    ),
  )
  return [head.join(','), ...lines].map((line) => `${line}\r\n`).join('')
}

/** Code, answer, what it counts as, and where it was offered. */
const codeLines = (
  { book }: CodebookLevel,
  variable: Variable,
  text: (words: string) => string,
): readonly (readonly string[])[] => {
  const versions = text(askedIn(book, variable.id).join(', '))
  if (variable.kind === 'tick')
    return tickCodes.map(({ value, label }) => [String(value), text(label), roleWords.answer, versions])
  const codes = offeredCodes(book, [variable])
  if (codes.length === 0) return [['', '', '', versions]]
  return codes.map(({ value, label, role, offeredIn }) => [
    typeof value === 'number' ? String(value) : text(value),
    text(label),
    text(roleWords[role]),
    text(offeredIn.join(', ')),
  ])
}
