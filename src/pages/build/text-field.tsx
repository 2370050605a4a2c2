import { useId } from 'react'
import css from './build.module.css'

interface TextFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Several lines where the words may be long. */
  readonly lines?: number
  readonly narrow?: boolean
  readonly id?: string
}

/** A labelled field of the builder. Each change is an edit: nothing waits for a button. */
export const TextField = ({ label, hint, value, onChange, lines = 1, narrow = false, id }: TextFieldProps) => {
  const own = useId()
  const field = id ?? own
  const shared = {
    id: field,
    value,
    className: narrow ? css.narrowField : css.field,
    autoComplete: 'off',
    'aria-describedby': hint === undefined ? undefined : `${field}-hint`,
  }
  return (
    <div className={css.fieldBlock}>
      <label htmlFor={field} className={css.label}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span id={`${field}-hint`} className={css.hint}>
          {hint}
        </span>
      )}
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  )
}
