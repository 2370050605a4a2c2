import { useState } from 'react'
import type { Figure, Table } from '../../tabulation/table.ts'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'

interface ExcelButtonProps {
  readonly tables: readonly Table<Figure>[]
  /** Without an ending. */
  readonly fileName: string
  readonly words: string
  /** What a screen reader hears after the words. */
  readonly about: string | null
}

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Tables as one workbook. What writes it is loaded when it is first wanted. */
export const ExcelButton = ({ tables, fileName, words, about }: ExcelButtonProps) => {
  const [isMissing, setIsMissing] = useState(false)
  const save = async (): Promise<void> => {
    try {
      const { tablesXlsx } = await import('../../export/table-xlsx.ts')
      setIsMissing(false)
      download(`${fileName}.xlsx`, type, tablesXlsx(tables))
    } catch {
      setIsMissing(true)
    }
  }
  return (
    <>
      <button type="button" className={button.secondary} onClick={() => void save()}>
        {words}
        {about === null ? null : <span className="visually-hidden"> of {about}</span>}
      </button>
      {isMissing ? <span role="alert">The workbook could not be made. Reload the page and try again.</span> : null}
    </>
  )
}
