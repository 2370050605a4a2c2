/** One thing measured, and the bar it is held to; null where it is told for information only. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: 'kB' | 'MB' | 's' | 'ms' | 'times' | 'scripts' | '/s'
  /** The most it may be, in the same unit. */
  readonly bar: number | null
}

export const isMissed = ({ value, bar }: Measure): boolean => bar !== null && !(value <= bar)

/** The table of all measures, a line each under a head. */
export const reportLines = (measures: readonly Measure[]): readonly string[] => {
  const rows = [head, ...measures.map(cells)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const head = ['Measure', 'Measured', 'Bar', 'Of the bar', 'Result']

const cells = (measure: Measure): readonly string[] => {
  const { name, value, unit, bar } = measure
  if (bar === null) return [name, figure(value, unit), '', '', '']
  const share = bar === 0 ? '' : `${Math.round((100 * value) / bar)} %`
  return [name, figure(value, unit), figure(bar, unit), share, isMissed(measure) ? 'MISSED' : 'ok']
}

const decimals: { readonly [U in Measure['unit']]: number } = {
  kB: 1,
  MB: 0,
  '/s': 0,
  s: 2,
  ms: 0,
  times: 2,
  scripts: 0,
}

const figure = (value: number, unit: Measure['unit']): string => `${value.toFixed(decimals[unit])} ${unit}`

/** The middle one; of an even number the higher of the two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The value that so many in 100 are at most: nearest rank. */
export const percentile = (values: readonly number[], most: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((most / 100) * values.length) - 1] ?? Number.NaN
