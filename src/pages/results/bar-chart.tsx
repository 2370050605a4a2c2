import { useId } from 'react'
import { rowName } from '../../export/row-figures.ts'
import { type BarScale, chartBase, keyOf, type Segment, type SegmentKind, segmentsOf } from '../../export/segments.ts'
import type { Figure, Table, TableRow } from '../../tabulation/table.ts'
import css from './bar-chart.module.css'

/** How many colours there are before they come round again: every segment has its figure, so none rests on colour. */
const colours = 6

const fill = (is: SegmentKind, patterns: string): string => {
  switch (is.kind) {
    case 'answer':
      return `var(--chart-${(is.place % colours) + 1})`
    case 'non-response':
      return `url(#${patterns}-lines)`
    case 'hidden':
      return `url(#${patterns}-dots)`
    case 'not-asked':
      return 'var(--canvas)'
    default:
      return is satisfies never
  }
}

/** The figures of a table as stacked bars, each the whole base, with what is no answer hatched at the end. */
interface BarChartProps {
  readonly table: Table<Figure>
  /** What is 100 % of a bar: its own base, or that of the longest. */
  readonly scale: BarScale
}

export const BarChart = ({ table, scale }: BarChartProps) => {
  const patterns = useId().replaceAll(/[^\w-]/g, '')
  const longest = Math.max(1, ...table.rows.map(({ base }) => (base === 'c' ? 0 : base)))
  return (
    <figure className={css.chart}>
      <figcaption>{chartBase(table, scale)}. The figures stand in the table.</figcaption>
      <svg className={css.defs} aria-hidden="true">
        <defs>
          <pattern
            id={`${patterns}-lines`}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="7" height="7" fill="#fff" />
            <rect width="2" height="7" fill="var(--control)" />
          </pattern>
          <pattern id={`${patterns}-dots`} width="8" height="8" patternUnits="userSpaceOnUse">
            <rect width="8" height="8" fill="#fff" />
            <circle cx="2" cy="2" r="1.5" fill="var(--ink)" />
            <circle cx="6" cy="6" r="1.5" fill="var(--ink)" />
          </pattern>
        </defs>
      </svg>
      <ul className={css.legend} aria-hidden="true">
        {keyOf(table).map((part) => (
          <li key={part.id}>
            <svg width="18" height="18">
              <rect width="18" height="18" fill={fill(part.is, patterns)} stroke="var(--ink)" />
            </svg>
            {part.label}
          </li>
        ))}
      </ul>
      <div aria-hidden="true">
        {table.rows.map((row, at) => (
          <div key={`${row.within} ${row.item}`}>
            {row.within === undefined || row.within === table.rows[at - 1]?.within ? null : (
              <p className={css.within}>{rowName({ ...row, label: row.within })}</p>
            )}
            <Bar
              table={table}
              row={row}
              patterns={patterns}
              long={scale === 'share' || row.base === 'c' ? 1 : row.base / longest}
            />
          </div>
        ))}
      </div>
    </figure>
  )
}

const percent = (share: number): string => `${(100 * share).toFixed(3)}%`

/** A figure needs this share of the bar to stand inside its segment on a phone. */
const roomForFigure = 0.035

/** In a bar that is shorter than the room there is, a figure would reach out of it where the text is large. */
const roomInShort = 0.09

/** Lines behind a figure make it hard to read, so it stands on a plate. In pixels. */
const plateWidth = (text: string): number => 10 + 9 * text.length

const hasRoom = ({ share, text }: Segment, long: number): boolean =>
  share * long >= (long < 1 ? roomInShort : roomForFigure) * Math.max(1, text.length - 1)

interface BarProps {
  readonly table: Table<Figure>
  readonly row: TableRow<Figure>
  readonly patterns: string
  /** Its share of the width. */
  readonly long: number
}

const Bar = ({ table, row, patterns, long }: BarProps) => (
  <div className={css.bar}>
    <span>{row.within === undefined ? rowName(row) : row.label}</span>
    <svg width={percent(long)} height="30">
      {segmentsOf(table, row).map((segment) => (
        <g key={segment.id}>
          <rect
            x={percent(segment.from)}
            width={percent(segment.share)}
            height="30"
            fill={fill(segment.is, patterns)}
            stroke="var(--paper)"
            strokeWidth="1"
          />
          {segment.is.kind !== 'answer' && hasRoom(segment, long) ? (
            <rect
              x={percent(segment.from + segment.share / 2)}
              y="5"
              width={plateWidth(segment.text)}
              height="20"
              rx="3"
              transform={`translate(${-plateWidth(segment.text) / 2} 0)`}
              fill="var(--paper)"
            />
          ) : null}
          {hasRoom(segment, long) ? (
            <text
              x={percent(segment.from + segment.share / 2)}
              y="20"
              textAnchor="middle"
              className={segment.is.kind === 'answer' ? css.onColour : css.onHatch}
            >
              {segment.text}
            </text>
          ) : null}
        </g>
      ))}
      <rect x="0" y="0.5" width="100%" height="29" fill="none" stroke="var(--ink)" />
    </svg>
  </div>
)
