export interface Kappa {
  /** The share of answers that both coders put in the same theme. */
  readonly agreement: number
  /** The share that would agree if each coder put as many in each theme, by chance. */
  readonly byChance: number
  readonly kappa: number
  /** Of kappa, for an interval around it. */
  readonly standardError: number
}

/**
 * Cohen's kappa: how far two coders agree beyond chance, from 1 (always) through 0 (as chance would) down to -1. Null where
 * nothing was coded, and where both put everything into one theme, which says nothing.
 * Source: J. Cohen, Educational and Psychological Measurement 20 (1960); the standard error after J. L. Fleiss, J. Cohen and
 * B. S. Everitt, Psychological Bulletin 72 (1969).
 *
 * @param table how many answers the first coder (row) and the second (column) put where, square
 */
export const cohensKappa = (table: readonly (readonly number[])[]): Kappa | null => {
  const total = table.flat().reduce((sum, count) => sum + count, 0)
  const first = table.map((row) => row.reduce((sum, count) => sum + count, 0) / total)
  const second = table.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0) / total)
  const share = (row: number, column: number): number => (table[row]?.[column] ?? 0) / total
  const agreement = sumOver(table.length, (theme) => share(theme, theme))
  const byChance = sumOver(table.length, (theme) => (first[theme] ?? 0) * (second[theme] ?? 0))
  if (total === 0 || byChance === 1) return null
  const kappa = (agreement - byChance) / (1 - byChance)
  const onDiagonal = sumOver(
    table.length,
    (theme) => share(theme, theme) * (1 - ((first[theme] ?? 0) + (second[theme] ?? 0)) * (1 - kappa)) ** 2,
  )
  const beside = sumOver(table.length, (row) =>
    sumOver(table.length, (column) =>
      row === column ? 0 : share(row, column) * ((first[column] ?? 0) + (second[row] ?? 0)) ** 2,
    ),
  )
  const variance = onDiagonal + (1 - kappa) ** 2 * beside - (kappa - byChance * (1 - kappa)) ** 2
  return { agreement, byChance, kappa, standardError: Math.sqrt(Math.max(0, variance) / total) / (1 - byChance) }
}

const sumOver = (length: number, of: (index: number) => number): number =>
  Array.from({ length }, (_, index) => of(index)).reduce((sum, part) => sum + part, 0)
