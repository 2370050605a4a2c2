import { useId } from 'react'
import { rowName } from '../../export/row-figures.ts'
import type { Table, TableRow } from '../../tabulation/table.ts'
import { keyOf, type Segment, segmentsOf } from './segments.ts'
import css from './results.module.css'

/** How many colours there are before they come round again: every segment has its figure, so none rests on colour. */
const colours = 6

const fill = ({ id, colour }: Pick<Segment, 'id' | 'colour'>, hatch: string): string =>
  colour === null
    ? id === ' not-asked'
      ? 'var(--canvas)'
      : `url(#${hatch})`
    : `var(--chart-${(colour % colours) + 1})`

/** The figures of a table as stacked bars, each the whole base, with what is no answer hatched at the end. */
export const BarChart = ({ table }: { readonly table: Table }) => {
  const hatch = useId().replaceAll(/[^\w-]/g, '')
  return (
    <figure className={css.chart}>
      <figcaption>
        Share of {table.base.name === 'entries' ? 'entries' : 'returns'}, base {table.base.count}. The figures stand in
        the table.
      </figcaption>
      <svg className={css.defs} aria-hidden="true">
        <defs>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" fill="#fff" />
            <rect width="2" height="7" fill="var(--control)" />
          </pattern>
        </defs>
      </svg>
      <ul className={css.legend} aria-hidden="true">
        {keyOf(table).map((part) => (
          <li key={part.id}>
            <svg width="18" height="18">
              <rect width="18" height="18" fill={fill(part, hatch)} stroke="var(--ink)" />
            </svg>
            {part.label}
          </li>
        ))}
      </ul>
      <div aria-hidden="true">
        {table.rows.map((row) => (
          <Bar key={row.item} table={table} row={row} hatch={hatch} />
        ))}
      </div>
    </figure>
  )
}

const percent = (share: number): string => `${(100 * share).toFixed(3)}%`

/** A figure needs this share of the bar to stand inside its segment on a phone. */
const roomForFigure = 0.035

/** Lines behind a figure make it hard to read, so it stands on a plate. In pixels. */
const plateWidth = (count: number): number => 10 + 9 * String(count).length

const Bar = ({ table, row, hatch }: { readonly table: Table; readonly row: TableRow; readonly hatch: string }) => (
  <div className={css.bar}>
    <span>{rowName(row)}</span>
    <svg width="100%" height="30">
      {segmentsOf(table, row).map((segment) => (
        <g key={segment.id}>
          <rect
            x={percent(segment.from)}
            width={percent(segment.share)}
            height="30"
            fill={fill(segment, hatch)}
            stroke="var(--paper)"
            strokeWidth="1"
          />
          {segment.colour === null && segment.share >= roomForFigure ? (
            <rect
              x={percent(segment.from + segment.share / 2)}
              y="5"
              width={plateWidth(segment.count)}
              height="20"
              rx="3"
              transform={`translate(${-plateWidth(segment.count) / 2} 0)`}
              fill="var(--paper)"
            />
          ) : null}
          {segment.share < roomForFigure ? null : (
            <text
              x={percent(segment.from + segment.share / 2)}
              y="20"
              textAnchor="middle"
              className={segment.colour === null ? css.onHatch : css.onColour}
            >
              {segment.count}
            </text>
          )}
        </g>
      ))}
      <rect x="0" y="0.5" width="100%" height="29" fill="none" stroke="var(--ink)" />
    </svg>
  </div>
)
