import { useEffect, useRef } from 'react'
import css from './error-summary.module.css'
import { focusField } from './focus-field.ts'
import { useWords } from './words.ts'

interface ErrorSummaryProps {
  readonly problems: readonly { readonly fieldId: string; readonly message: string }[]
  /** Changes at each try, so that a second try with the same problems is told again. */
  readonly attempt: number
}

/** What is wrong on this screen, on top, with a link to each field. Takes the focus when it appears. */
export const ErrorSummary = ({ problems, attempt }: ErrorSummaryProps) => {
  const { say } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // By the attempt alone: mending one problem must not pull the focus up here again.
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (problems.length === 0) return null
  return (
    <div ref={box} className={css.summary} tabIndex={-1} role="alert" aria-labelledby="problem-heading">
      <h2 id="problem-heading">{say('problemHeading')}</h2>
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(fieldId)
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
