import { codebookCsv } from '../../export/codebook-csv.ts'
import type { CodebookLevel } from '../../tabulation/codebook-levels.ts'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'

interface CodebookCsvButtonProps {
  readonly levels: readonly CodebookLevel[]
  readonly survey: string
}

/** The codebook as a file of its own: it holds no answers, so anybody may have it. */
export const CodebookCsvButton = ({ levels, survey }: CodebookCsvButtonProps) => (
  <button
    type="button"
    className={button.secondary}
    // Excel reads a file as UTF-8 only when it begins with this mark.
    onClick={() => download(`${survey}-codebook.csv`, 'text/csv', `\uFEFF${codebookCsv(levels)}`)}
  >
    Download the codebook as CSV
  </button>
)
