import { useState } from 'react'
import { tablesHtml } from '../../export/table-html.ts'
import { tableText } from '../../export/table-text.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import button from '../styles/button.module.css'

/** Copies a table so that Word and Excel paste it as one, with its base and notes, and a plain editor as text. */
export const CopyButton = ({ table }: { readonly table: Table<Figure> }) => {
  const [told, setTold] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([tablesHtml([table])], { type: 'text/html' }),
          'text/plain': new Blob([tableText(table)], { type: 'text/plain' }),
        }),
      ])
      setTold('Copied. Paste it into Word or Excel.')
    } catch {
      setTold('This browser did not let the table be copied. Download it instead.')
    }
  }
  return (
    <>
      <button type="button" className={button.quiet} onClick={() => void copy()}>
        Copy as a table<span className="visually-hidden">: {table.title}</span>
      </button>
      <output className="screen-only">{told}</output>
    </>
  )
}
