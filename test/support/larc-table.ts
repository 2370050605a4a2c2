import { readFileSync } from 'node:fs'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { readReturns } from '../../src/export/read-returns.ts'
import { statusesOf } from '../../src/engine/statuses.ts'
import { versionId } from '../../src/survey/version.ts'
import type { Table } from '../../src/tabulation/table.ts'
import { larcExampleFile } from './make-larc-example.ts'
import { columnsOf, tableOf } from './tabulated.ts'

/** The table of the example that ships, of 25 who were asked. */
export const larcTable = (): Table => {
  const opened = openDefinition(JSON.parse(readFileSync(larcExampleFile.replace('.example.ndjson', '.json'), 'utf8')))
  if (!opened.ok) throw new Error('The LARC proforma does not open')
  const { definition } = opened
  const read = readReturns(readFileSync(larcExampleFile, 'utf8'), definition.proforma.id)
  if (!read.ok) throw new Error(read.reason)
  const { returns, themes, codings } = read.file
  const whole = returns.map((each) => ({ ...each, statuses: statusesOf(definition, each.answers) }))
  const columns = columnsOf([{ id: versionId(definition), number: 1, definition }], whole)
  return tableOf(columns, 'support', { population: 25, themes, codings })
}

/** Southcott and Easton (NFER, 2010), Appendix 2, as printed: Yes, No, Not sure, Non-response. */
export const publishedLarcRows = [
  ['Designing the local research project', 16, 0, 1, 4],
  ['Designing local research instruments', 10, 1, 3, 7],
  ['Commissioning the local research', 3, 6, 4, 8],
  ['Defining how local data will be collected', 5, 1, 6, 9],
  ['Identifying how local data can be collated', 4, 4, 5, 8],
  ['Analysing data', 4, 4, 5, 8],
  ['Identifying a context and developing a hypothesis in advance of workshops *', 2, 0, 5, 14],
] as const
