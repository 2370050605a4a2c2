import { useState } from 'react'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'

interface MadeFileButtonProps {
  /** Makes the file; what writes it is loaded when it is first wanted. */
  readonly make: () => Promise<Uint8Array<ArrayBuffer>>
  /** With its ending. */
  readonly fileName: string
  readonly type: string
  readonly words: string
  /** What a screen reader hears after the words. */
  readonly about: string | null
  readonly isQuiet?: boolean
}

/** Makes a file and hands it to the browser to save. */
export const MadeFileButton = ({ make, fileName, type, words, about, isQuiet = false }: MadeFileButtonProps) => {
  const [isMissing, setIsMissing] = useState(false)
  const save = async (): Promise<void> => {
    try {
      download(fileName, type, await make())
      setIsMissing(false)
    } catch {
      setIsMissing(true)
    }
  }
  return (
    <>
      <button type="button" className={isQuiet ? button.quiet : button.secondary} onClick={() => void save()}>
        {words}
        {about === null ? null : <span className="visually-hidden"> of {about}</span>}
      </button>
      {isMissing ? <span role="alert">The file could not be made. Reload the page and try again.</span> : null}
    </>
  )
}
