import { useId, useState } from 'react'
import type { Decision } from '../../device/aside.ts'
import { type AsideEntry, asideLimits } from '../../protocol/aside-messages.ts'
import { keptAside } from '../../protocol/refusals.ts'
import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import css from './aside.module.css'
import { whatCame } from './what-came.ts'

interface AsideEntryProps {
  readonly entry: AsideEntry
  readonly titles: ReadonlyMap<string, string>
  readonly decide: (decision: Decision) => Promise<void>
}

/** One thing that could not be counted, and what can be done about it. */
export const AsideEntryCard = ({ entry, titles, decide }: AsideEntryProps) => {
  const { clock } = useDevice()
  const [rejecting, setRejecting] = useState(false)
  const { survey, reference, text } = whatCame(entry)
  const { sha256, reason, times, lastAt, rejected } = entry
  const heading = survey === null ? 'Something that is no return' : (titles.get(survey) ?? survey)
  const came = `came ${times === 1 ? 'once' : `${times} times, last`} ${dayAndTime(new Date(lastAt), clock())}`
  const of = <span className="visually-hidden"> {reference ?? heading}</span>
  return (
    <li>
      <h3>{heading}</h3>
      <p>
        {reference === null ? null : `Reference ${reference}, `}
        {reference === null ? came.replace('came', 'Came') : came}
      </p>
      <p className={css.reason}>{keptAside[reason]}</p>
      {rejected === null ? null : <p>Not counted: {rejected.because}</p>}
      <details>
        <summary>What came{of}</summary>
        <section tabIndex={0} aria-label={`What came, ${reference ?? heading}`} className={css.raw}>
          <pre>{text}</pre>
        </section>
        {entry.content.length < entry.characters ? <p>This is only its beginning.</p> : null}
      </details>
      {rejecting ? (
        <RejectForm
          reject={(because) => decide({ sha256, what: 'reject', because })}
          close={() => setRejecting(false)}
        />
      ) : (
        <div className={button.row}>
          <button type="button" className={button.secondary} onClick={() => void decide({ sha256, what: 'take' })}>
            {rejected === null ? 'Take it in' : 'Take it in after all'}
            {of}
          </button>
          {rejected === null ? (
            <button type="button" className={button.quiet} onClick={() => setRejecting(true)}>
              Do not count it{of}
            </button>
          ) : null}
        </div>
      )}
    </li>
  )
}

interface RejectFormProps {
  readonly reject: (because: string) => Promise<void>
  readonly close: () => void
}

const RejectForm = ({ reject, close }: RejectFormProps) => {
  const [because, setBecause] = useState('')
  const [problem, setProblem] = useState(false)
  const field = useId()
  return (
    <form
      className={css.reject}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(because.trim() === '')
        if (because.trim() === '') document.querySelector<HTMLElement>(`[id="${field}"]`)?.focus()
        else void reject(because.trim()).then(close)
      }}
    >
      <label htmlFor={field}>Why is it not counted?</label>
      <p id={`${field}-hint`} className={css.hint}>
        Whoever filled it in reads this on the tablet.
      </p>
      {problem ? (
        <p role="alert" id={`${field}-problem`} className={css.problem}>
          Say why it is not counted.
        </p>
      ) : null}
      <input
        id={field}
        value={because}
        maxLength={asideLimits.because}
        autoComplete="off"
        // The button that was pressed made way for it.
        ref={(input) => input?.focus()}
        aria-describedby={problem ? `${field}-hint ${field}-problem` : `${field}-hint`}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => setBecause(event.target.value)}
      />
      <div className={button.row}>
        <button type="submit" className={button.secondary}>
          Do not count it
        </button>
        <button type="button" className={button.quiet} onClick={close}>
          Leave it open
        </button>
      </div>
    </form>
  )
}
