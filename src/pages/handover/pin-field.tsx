import type { RefObject } from 'react'
import css from './pin-field.module.css'

interface PinFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** Read when it is needed: what is typed stands in no attribute and no state. */
  readonly field: RefObject<HTMLInputElement | null>
  readonly problem: string | null
  /** Of letters and figures, seen as it is typed: nobody learns it by heart over a shoulder. */
  readonly isCode?: boolean
}

/**
 * Six digits that nobody reads over a shoulder. Not a password field: the browser would offer to keep it, and to fill
 * it in for whoever holds the tablet.
 */
export const PinField = ({ id, label, hint, field, problem, isCode = false }: PinFieldProps) => (
  <div className={css.pin}>
    <label htmlFor={id}>{label}</label>
    {hint === undefined ? null : <p id={`${id}-hint`}>{hint}</p>}
    {problem === null ? null : (
      <p id={`${id}-problem`} className={css.problem} role="alert">
        {problem}
      </p>
    )}
    <input
      id={id}
      ref={field}
      type="text"
      inputMode={isCode ? 'text' : 'numeric'}
      maxLength={isCode ? 20 : 6}
      className={isCode ? css.letters : css.digits}
      autoCapitalize={isCode ? 'characters' : 'off'}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      data-1p-ignore
      aria-invalid={problem !== null}
      aria-describedby={
        `${hint === undefined ? '' : `${id}-hint`} ${problem === null ? '' : `${id}-problem`}`.trim() || undefined
      }
    />
  </div>
)
