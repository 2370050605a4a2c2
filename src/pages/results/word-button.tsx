import type { TablesFileProps } from './excel-button.tsx'
import { MadeFileButton } from './made-file-button.tsx'

/** Tables as one Word document. */
export const WordButton = ({ tables, fileName, words, about }: TablesFileProps) => (
  <MadeFileButton
    make={async () => new Uint8Array(await (await import('../../export/table-docx.ts')).tablesDocx(tables))}
    fileName={`${fileName}.docx`}
    type="application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    words={words}
    about={about}
  />
)
