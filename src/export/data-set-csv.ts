import { answerTo } from '../response/answers.ts'
import type { Returned } from '../response/current.ts'
import { referenceOf, type ResponseId, type WayIn } from '../response/revision.ts'
import { statusOf } from '../response/status.ts'
import type { Code, Variable } from '../survey/codebook.ts'
import { isList, type Json } from '../survey/json.ts'
import { isValue, tickedIn } from '../tabulation/columns.ts'
import type { MergedCodebook } from '../tabulation/merge-versions.ts'
import { emptyMarks, givenMark } from './codebook-words.ts'
import { csvCell, type CsvSafety, rawCsvCell } from './csv-cell.ts'

/** One line of a data set: a form, or one entry of a form, named as in `entryLevel`. */
export interface DataSetLine extends Returned {
  /** ISO 8601, UTC. */
  readonly returnedAt: string
  readonly way: WayIn
  /** Empty for the language that the survey was written in. */
  readonly language: string
}

export interface DataSetWith {
  readonly safety: CsvSafety
  /** Whether what people wrote in their own words is in it, and not only that they wrote something. */
  readonly ownWords: boolean
}

/**
 * Single answers as CSV, a line for each form or entry and a column for each variable. No cell is empty but those of
 * `language`: where there is no answer, a mark says why. A box of a tick-all is 1 or 0; photos and signatures are told
 * to be there. The codebook says what the codes are.
 *
 * @example 'reference,version,returned,way,language,role\r\nK7TQ-3MXP,version 1,2026-11-23,interviewer,en,lead\r\n'
 */
export const dataSetCsv = (
  book: MergedCodebook,
  lines: readonly DataSetLine[],
  { safety, ownWords }: DataSetWith,
  isEntries = false,
): string => {
  const text = safety === 'safe' ? csvCell : rawCsvCell
  const versions = new Map(book.versions.map((version) => [version.id, version]))
  const variables = book.variables.map((variable) => ({ variable, cell: cellOf(variable, text, ownWords) }))
  const head = ['reference', ...(isEntries ? ['entry'] : []), 'version', 'returned', 'way', 'language']
  const rows = lines.map((line) => {
    const version = versions.get(line.version)
    const [response, entry] = isEntries ? splitEntry(line.response) : [line.response, '']
    return [
      referenceOf(response),
      ...(isEntries ? [entry] : []),
      text(version?.label ?? ''),
      line.returnedAt.slice(0, 10),
      line.way,
      text(line.language),
      ...variables.map(({ variable: { id, item }, cell }) => {
        const status = version?.variables.has(id) === true ? statusOf(line.statuses, item) : 'not-in-version'
        return status === 'answered' ? cell(answerTo(line.answers, item)) : emptyMarks[status][0]
      }),
    ].join(',')
  })
  return [[...head, ...variables.map(({ variable }) => variable.id)].join(','), ...rows]
    .map((line) => `${line}\r\n`)
    .join('')
}

/** `…#2` → the form it stands in, and its number. */
const splitEntry = (id: string): readonly [response: ResponseId, entry: string] => {
  const at = id.lastIndexOf('#')
  return [id.slice(0, at) as ResponseId, id.slice(at + 1)]
}

type Cell = (answer: Json | undefined) => string

const cellOf = (variable: Variable, text: (words: string) => string, ownWords: boolean): Cell => {
  const { kind, codes } = variable
  switch (kind) {
    case 'choice':
    case 'scale':
      return (answer) => {
        const role = roleOf(codes, answer)
        return role === 'refused' || role === 'dont-know' ? emptyMarks[role][0] : valueCell(answer, text)
      }
    case 'tick':
      return (answer) => String(Number(isList(answer) && tickedIn(answer, variable)))
    case 'number':
      return (answer) => (isList(answer) ? String(answer.length) : valueCell(answer, text))
    case 'date':
      return (answer) => valueCell(answer, text)
    case 'text':
      return (answer) => (ownWords ? valueCell(answer, text) : givenMark[0])
    case 'photo':
    case 'signature':
      return () => givenMark[0]
    default:
      return kind satisfies never
  }
}

/** Some say it with an answer of the list and not with a mark beside the question. */
const roleOf = (codes: readonly Code[], answer: Json | undefined): Code['role'] | undefined =>
  isValue(answer) ? codes.find(({ value }) => String(value) === String(answer))?.role : undefined

/** Numbers as they are; what is neither a number nor words as JSON, so that nothing is dropped. */
const valueCell = (answer: Json | undefined, text: (words: string) => string): string =>
  typeof answer === 'number'
    ? String(answer)
    : text(typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? emptyMarks.blank[0]))
