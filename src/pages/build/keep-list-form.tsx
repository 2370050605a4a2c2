import { useEffect, useRef, useState } from 'react'
import { keepList } from '../../device/kept-lists.ts'
import type { Entry } from '../../survey/definition.ts'
import { asChoice } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import button from '../styles/button.module.css'
import css from './field.module.css'
import panel from './list-picker.module.css'

interface KeepListFormProps {
  readonly entries: readonly Entry[]
  /** What it is called as long as nobody has said: the wording of the question. */
  readonly suggested: string
  /** Called with what was done, or null when nothing was. */
  readonly close: (told: string | null) => void
}

/** Keeps a list under a name on this device, with its codes and what its answers mean, to use it again. */
export const KeepListForm = ({ entries, suggested, close }: KeepListFormProps) => {
  const { database, clock, newId } = useDevice()
  const [title, setTitle] = useState(suggested)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => field.current?.select(), [])

  const keep = async (): Promise<void> => {
    const kept = await keepList(database, title, entries.map(asChoice), clock, newId)
    if (kept.ok) close(`Kept the list ‘${kept.list.title}’ on this device. “Use a list” offers it.`)
    else setProblem(kept.reason)
  }

  return (
    <form
      className={panel.panel}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <label className={css.label} htmlFor="kept-list-name">
        Name of the list
      </label>
      <input
        ref={field}
        id="kept-list-name"
        type="text"
        className={css.field}
        autoComplete="off"
        aria-describedby={problem === null ? undefined : 'kept-list-problem'}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {problem === null ? null : (
        <p id="kept-list-problem" role="alert" className={panel.problem}>
          {problem}
        </p>
      )}
      <div className={button.row}>
        <button type="submit" className={button.secondary}>
          Keep the list
        </button>
        <button type="button" className={button.quiet} onClick={() => close(null)}>
          Cancel
        </button>
      </div>
    </form>
  )
}
