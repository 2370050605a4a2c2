import button from '../styles/button.module.css'

interface FileButtonProps {
  readonly label: string
  /** As the browser's list of files is filtered: `.json,application/json`. */
  readonly accept: string
  readonly onFile: (file: File | undefined) => void
}

/** A button that opens a file. The same file may be opened again: it may have been mended meanwhile. */
export const FileButton = ({ label, accept, onFile }: FileButtonProps) => (
  <label className={button.file}>
    {label}
    <input
      type="file"
      accept={accept}
      className="visually-hidden"
      onChange={(event) => {
        onFile(event.target.files?.[0])
        event.target.value = ''
      }}
    />
  </label>
)
