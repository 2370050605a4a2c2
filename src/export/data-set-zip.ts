import { strToU8, zipSync } from 'fflate'
import { codebookLevels } from '../tabulation/codebook-levels.ts'
import { entryLevel } from '../tabulation/entry-columns.ts'
import type { KnownVersion } from '../tabulation/merge-versions.ts'
import { codebookCsv } from './codebook-csv.ts'
import { emptyMarks, givenMark } from './codebook-words.ts'
import { type DataSetLine, dataSetCsv, type DataSetWith } from './data-set-csv.ts'

export interface DataSet {
  /** The start of each file's name. */
  readonly survey: string
  /** Oldest first. */
  readonly versions: readonly KnownVersion[]
  /** Each response once, as it last stood. */
  readonly lines: readonly DataSetLine[]
  /** What is not in it, each a sentence. */
  readonly notes: readonly string[]
}

/** Excel reads a file as UTF-8 only when it begins with this mark; R would take it for a letter of the first name. */
const mark = { safe: '\uFEFF', raw: '' } as const

/**
 * The data set behind the tables as one ZIP: the forms, the entries of each repeated group, the codebook, and a text
 * that says what the marks mean.
 */
export const dataSetZip = (data: DataSet, as: DataSetWith): Uint8Array<ArrayBuffer> => {
  const levels = codebookLevels(data.versions)
  const byResponse = new Map(data.lines.map((line) => [line.response as string, line]))
  const files = levels.map(({ group, book }): readonly [name: string, text: string] => {
    if (group === null) return [`${data.survey}.csv`, dataSetCsv(book, data.lines, as)]
    const entries = (entryLevel(data.versions, data.lines, group.id)?.entries ?? []).flatMap((entry) => {
      const form = byResponse.get(entry.response.slice(0, entry.response.lastIndexOf('#')))
      return form === undefined ? [] : [{ ...form, ...entry }]
    })
    return [`${data.survey}-${group.id}.csv`, dataSetCsv(book, entries, as, true)]
  })
  const all = [...files, [`${data.survey}-codebook.csv`, codebookCsv(levels, as.safety)] as const]
  return zipSync({
    ...Object.fromEntries(all.map(([name, text]) => [name, strToU8(mark[as.safety] + text)])),
    'read-me.txt': strToU8(readMeText(data, levels[0].book.title, as)),
  })
}

const readMeText = ({ lines, notes }: DataSet, title: string, { safety, ownWords }: DataSetWith): string =>
  [
    title,
    '',
    'These files hold the answers of single people or organisations. Keep them where only those who may read',
    'single answers can open them, and take them away when the work is done. Small numbers are NOT hidden here.',
    '',
    `${lines.length} ${lines.length === 1 ? 'form' : 'forms'}, each as it last stood.`,
    ...notes,
    ownWords ? 'What people wrote in their own words is in it.' : 'What people wrote in their own words is left out.',
    safety === 'safe'
      ? 'For a spreadsheet: text that one would take for a formula has an apostrophe before it.'
      : 'For R and the like: text is as it was written. Do not open it in a spreadsheet.',
    '',
    'Where there is no answer, a mark says why:',
    ...Object.values(emptyMarks).map(([sign, why]) => `${sign}  ${why}`),
    givenMark.join('  '),
    '',
    'A box that can be ticked is 1 where it was ticked and 0 where it was not. Dates are year-month-day.',
    'The codebook has a line for each answer of each variable.',
    '',
  ].join('\r\n')
