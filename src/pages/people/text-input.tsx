import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute } from 'react'
import css from './people.module.css'

interface TextInputProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly type?: HTMLInputTypeAttribute
  readonly autoComplete: HTMLInputAutoCompleteAttribute
  readonly value: string
  readonly onType: (value: string) => void
  /** It came while somebody was typing: the caret goes into it. */
  readonly isFirst?: boolean
}

const focusOnce = (input: HTMLInputElement | null): void => input?.focus()

/** A labelled field. Password managers and pasting work in every one of them. */
export const TextInput = ({
  id,
  label,
  hint,
  type = 'text',
  autoComplete,
  value,
  onType,
  isFirst = false,
}: TextInputProps) => (
  <div className={css.group}>
    <label htmlFor={id}>{label}</label>
    {hint === undefined ? null : (
      <p id={`${id}-hint`} className={css.hint}>
        {hint}
      </p>
    )}
    <input
      id={id}
      name={id}
      type={type}
      className={css.field}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      required
      ref={isFirst ? focusOnce : undefined}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      value={value}
      onChange={(event) => onType(event.target.value)}
    />
  </div>
)
