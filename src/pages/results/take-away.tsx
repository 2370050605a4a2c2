import { tableCsv } from '../../export/table-csv.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'
import { ChartButtons } from './chart-buttons.tsx'
import { CopyButton } from './copy-button.tsx'
import { ExcelButton } from './excel-button.tsx'
import css from './results.module.css'
import { WordButton } from './word-button.tsx'

interface TakeAwayProps {
  readonly table: Table<Figure>
  /** Without an ending. */
  readonly fileName: string
}

/** Ways to take a table away: each file shows what the page shows. */
export const TakeAway = ({ table, fileName }: TakeAwayProps) => (
  <>
    <div className={button.row}>
      <ExcelButton tables={[table]} fileName={fileName} words="Download Excel" about={table.title} />
      <WordButton tables={[table]} fileName={fileName} words="Download Word" about={table.title} />
      <button
        type="button"
        className={button.secondary}
        // Excel reads a file as UTF-8 only when it begins with this mark.
        onClick={() => download(`${fileName}.csv`, 'text/csv', `\uFEFF${tableCsv(table)}`)}
      >
        Download CSV<span className="visually-hidden"> of {table.title}</span>
      </button>
      <CopyButton table={table} />
    </div>
    <details className={`${css.could} screen-only`}>
      <summary>
        More files<span className="visually-hidden"> of {table.title}</span>
      </summary>
      <div className={button.row}>
        <button
          type="button"
          className={button.quiet}
          onClick={() => download(`${fileName}-raw.csv`, 'text/csv', tableCsv(table, 'raw'))}
        >
          CSV for R<span className="visually-hidden"> of {table.title}</span>
        </button>
        <ChartButtons table={table} fileName={fileName} />
      </div>
    </details>
  </>
)
