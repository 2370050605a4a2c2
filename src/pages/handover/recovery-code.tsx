import { useEffect, useRef } from 'react'
import button from '../styles/button.module.css'
import css from './pin-field.module.css'

interface RecoveryCodeProps {
  readonly code: string
  /** What happened, before what to do with the code. */
  readonly said: string
  readonly onWritten: () => void
}

/** The code that sets a new PIN where it was forgotten. It is shown this once. */
export const RecoveryCode = ({ code, said, onWritten }: RecoveryCodeProps) => {
  const heading = useRef<HTMLParagraphElement>(null)
  // It stands where the button was that brought it.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={css.pin}>
      <p ref={heading} tabIndex={-1} className={css.given}>
        {said} Write this recovery code down:
      </p>
      <p className={css.code}>{code}</p>
      <p>
        It sets a new PIN if the PIN is forgotten. Keep it in the office, not with the tablet. It is shown only now.
      </p>
      <button type="button" className={button.primary} onClick={onWritten}>
        I have written it down
      </button>
    </div>
  )
}
