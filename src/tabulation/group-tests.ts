import { notStated } from './grouping.ts'
import { unlistedColumn } from './row.ts'
import { chiSquare } from './statistics/chi-square.ts'
import { withoutEmpty } from './statistics/contingency.ts'
import { normalTwoTails } from './statistics/distributions.ts'
import { fisherExact } from './statistics/fisher-exact.ts'
import { holm } from './statistics/holm.ts'
import { level, pInWords } from './statistics/p-in-words.ts'
import type { Figure, Table, TableRow } from './table.ts'

/** Under this expected count chi-square is not to be trusted. */
const leastExpected = 5

/**
 * Whether groups answer differently, item by item, in sentences: of a table by groups as it may be shown, so that a test
 * tells nothing that the table hides. Nothing of a table without groups.
 *
 * @param by the variable that forms are sorted by: its own row would be tested against itself
 */
export const groupTests = (table: Table<Figure>, by: string | null): readonly string[] => {
  // What is answered in words or figures has one column, and no answers to compare.
  if (table.by === undefined || table.columns.length < 2) return []
  if (table.base.name === 'entries') return ['Not tested: entries of one form are not independent of each other.']
  const blocks = [...Map.groupBy(table.rows, ({ within }) => within).values()].filter(
    ([first]) => first?.ofItem === undefined || first.ofItem !== by,
  )
  const tested = blocks.map((rows) => testOf(table, rows))
  const ps = tested.flatMap(({ p }) => (p === null ? [] : [p]))
  if (ps.length === 0) return tested.map(({ words }) => words)
  const adjusted = holm(ps)
  let at = 0
  return [
    ...tested.map(({ words, p }) => {
      if (p === null || ps.length === 1) return words
      const after = adjusted[at] ?? 1
      at += 1
      return `${words} Beside the other items by Holm: ${pInWords(after)}.`
    }),
    methods,
  ]
}

const methods =
  'Tests between groups: Pearson’s chi-square with Cramér’s V (Agresti 2013, 3.2), or Fisher’s exact test where fewer than 5 would be expected somewhere (Freeman and Halton 1951); adjusted residuals (Agresti 2013, 3.3) with Holm’s correction (Holm 1979). Who gave no answer or is in no group is left out. Unweighted.'

const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0)

interface Tested {
  readonly words: string
  readonly p: number | null
}

const testOf = ({ columns, title }: Table<Figure>, rows: readonly TableRow<Figure>[]): Tested => {
  const name = rows[0]?.within ?? title
  const not = (why: string): Tested => ({ words: `${name}: not tested, ${why}.`, p: null })
  const groups = rows.filter(({ isTotal, item }) => !isTotal && item !== notStated.id && item !== unlistedColumn.id)
  const answers = columns.filter(({ id }) => id !== unlistedColumn.id)
  const cells = groups.map((row) => answers.map(({ id }) => row.cells[id] ?? 0))
  if (rows.some((row) => [...Object.values(row.cells), row.base, row.nonResponse].includes('c')))
    return not('as some counts are hidden')
  const counts = cells.map((row) => row.map(Number))
  const whole = withoutEmpty(counts)
  const result = chiSquare(whole)
  if (result === null) return not('as there are not two groups with different answers to compare')
  if (result.leastExpected < leastExpected) {
    const exact = fisherExact(whole)
    return exact.ok
      ? { words: `${name}: Fisher’s exact test, ${pInWords(exact.p)}.`, p: exact.p }
      : not('as fewer than 5 would be expected somewhere and the table is too large for Fisher’s exact test')
  }
  const { statistic, df, p, cramersV } = result
  const words = `${name}: chi-square ${statistic.toFixed(2)}, ${df} ${df === 1 ? 'degree' : 'degrees'} of freedom, ${pInWords(p)}, Cramér’s V ${cramersV.toFixed(2)}.`
  const shownGroups = groups.filter((_, row) => sum(counts[row] ?? []) > 0)
  const shownAnswers = answers.filter((_, column) => sum(counts.map((row) => row[column] ?? 0)) > 0)
  const residuals = result.adjustedResiduals.flatMap((row, group) =>
    row.map((residual, answer) => ({
      residual,
      about: `${shownGroups[group]?.label ?? ''}, “${shownAnswers[answer]?.label ?? ''}”`,
    })),
  )
  const adjusted = holm(residuals.map(({ residual }) => normalTwoTails(residual)))
  const outstanding = residuals.flatMap(({ residual, about }, at) => {
    const after = adjusted[at] ?? 1
    return after < level
      ? [
          `${residual > 0 ? 'more' : 'fewer'} than expected in ${about} (adjusted residual ${residual.toFixed(1)}, ${pInWords(after)})`,
        ]
      : []
  })
  return {
    words:
      outstanding.length === 0
        ? `${words} No single cell stands out.`
        : `${words} There are ${outstanding.join('; ')}.`,
    p,
  }
}
