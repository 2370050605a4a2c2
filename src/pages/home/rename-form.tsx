import { useEffect, useId, useRef, useState } from 'react'
import button from '../styles/button.module.css'
import css from './home.module.css'

interface RenameFormProps {
  readonly title: string
  readonly rename: (title: string) => Promise<void>
  readonly close: () => void
}

/** A field for a survey's new title. Escape leaves it as it was. */
export const RenameForm = ({ title, rename, close }: RenameFormProps) => {
  const id = useId()
  const [words, setWords] = useState(title)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.select(), [])

  return (
    <form
      className={css.rename}
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '') void rename(words.trim())
      }}
    >
      <label htmlFor={id}>New title</label>
      <input
        ref={field}
        id={id}
        type="text"
        autoComplete="off"
        className={css.field}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      />
      <div className={button.row}>
        <button type="submit" className={button.secondary}>
          Rename
        </button>
        <button type="button" className={button.quiet} onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  )
}
