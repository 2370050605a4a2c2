import { type Contingency, marginsOf } from './contingency.ts'
import { logFactorial } from './gamma.ts'

export type FisherExact = { readonly ok: true; readonly p: number } | { readonly ok: false; readonly reason: string }

/** As R's fisher.test: two tables whose probabilities differ by less are equally probable. */
const tolerance = 1e-7

/**
 * Fisher's exact test of independence of an r x c table, two-sided: the probability, given both margins, of all tables
 * that are no more probable than this one. Walks the tables a column at a time; columns that leave the same rows to
 * fill are walked once, with the probabilities that lead there.
 *
 * Source: R. A. Fisher (1935); G. H. Freeman and J. H. Halton, Biometrika 38 (1951); the walk after C. R. Mehta and
 * N. R. Patel, "A network algorithm…", JASA 78 (1983).
 *
 * @param most how many paths are walked before it is given up
 */
export const fisherExact = (table: Contingency, most = 4_000_000): FisherExact => {
  const tall = (table[0]?.length ?? 0) > table.length ? transpose(table) : table
  // Few, long columns to fill and short rows: the state is what is left of the short side.
  const { rows, columns, total } = marginsOf(transpose(tall))
  if (rows.length < 2 || columns.length < 2) return { ok: true, p: 1 }
  const margins =
    rows.reduce((sum, n) => sum + logFactorial(n), 0) + columns.reduce((sum, n) => sum + logFactorial(n), 0)
  const logOfFactorial = Float64Array.from({ length: total + 1 }, (_, n) => logFactorial(n))
  const observed = table.flat().reduce((sum, count) => sum + (logOfFactorial[count] ?? 0), 0)

  let states: Paths = new Map([[keyOf(rows), new Map([[0, 1]])]])
  let walked = 0
  for (const column of columns) {
    const next: Map<string, Map<number, number>> = new Map()
    for (const [key, paths] of states) {
      const left = key.split(',').map(Number)
      for (const filled of fillings(left, column)) {
        const cost = filled.reduce((sum, count) => sum + (logOfFactorial[count] ?? 0), 0)
        const to = keyOf(left.map((count, row) => count - (filled[row] ?? 0)))
        const there = next.get(to) ?? new Map<number, number>()
        for (const [past, times] of paths) {
          walked += 1
          if (walked > most) return { ok: false, reason: 'The table is too large for Fisher’s exact test.' }
          const sum = Math.round((past + cost) * 1e10) / 1e10
          there.set(sum, (there.get(sum) ?? 0) + times)
        }
        next.set(to, there)
      }
    }
    states = next
  }
  let p = 0
  for (const ends of states.values()) {
    // A larger sum of log factorials is a less probable table.
    for (const [sum, times] of ends) {
      if (sum >= observed - tolerance) p += times * Math.exp(margins - (logOfFactorial[total] ?? 0) - sum)
    }
  }
  return { ok: true, p: Math.min(1, p) }
}

/** What is left of each row → how many ways lead there, by the sum of the log factorials of their cells. */
type Paths = ReadonlyMap<string, ReadonlyMap<number, number>>

/** Rows that have as much left are alike. */
const keyOf = (left: readonly number[]): string => left.toSorted((a, b) => a - b).join(',')

const transpose = (table: Contingency): Contingency =>
  (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0))

/** Every way to put `column` into rows that have room for `left`. */
function* fillings(left: readonly number[], column: number): Generator<readonly number[]> {
  const [first = 0, ...rest] = left
  if (rest.length === 0) {
    if (column <= first) yield [column]
    return
  }
  const room = rest.reduce((sum, count) => sum + count, 0)
  for (let count = Math.max(0, column - room); count <= Math.min(first, column); count += 1) {
    for (const others of fillings(rest, column - count)) yield [count, ...others]
  }
}
