import type { Figure, Table } from '../../tabulation/table.ts'
import { MadeFileButton } from './made-file-button.tsx'

export interface TablesFileProps {
  readonly tables: readonly Table<Figure>[]
  /** Without an ending. */
  readonly fileName: string
  readonly words: string
  readonly about: string | null
}

/** Tables as one workbook. */
export const ExcelButton = ({ tables, fileName, words, about }: TablesFileProps) => (
  <MadeFileButton
    make={async () => (await import('../../export/table-xlsx.ts')).tablesXlsx(tables)}
    fileName={`${fileName}.xlsx`}
    type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    words={words}
    about={about}
  />
)
