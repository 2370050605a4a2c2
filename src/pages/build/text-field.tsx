import { type KeyboardEvent, useId } from 'react'
import { markAt } from '../../survey/answer-marks.ts'
import css from './field.module.css'
import { useMarks } from './use-marks.ts'

interface TextFieldProps {
  readonly label: string
  readonly hint?: string
  /** As it is kept. An answer that is put in is shown between marks, never in braces. */
  readonly value: string
  /** `isStep` says that it is no typing, but a step of its own for Undo. */
  readonly onChange: (value: string, isStep?: boolean) => void
  /** Several lines where the words may be long. */
  readonly lines?: number
  readonly narrow?: boolean
  readonly id?: string
  /** Why what stands in it can't be kept. */
  readonly problem?: string | null
}

/** A labelled field of the builder. Each change is an edit: nothing waits for a button. */
export const TextField = ({
  label,
  hint,
  value,
  onChange,
  lines = 1,
  narrow = false,
  id,
  problem = null,
}: TextFieldProps) => {
  const own = useId()
  const { shown, stored } = useMarks()
  const field = id ?? own
  const words = shown(value)

  /** An answer that is put in is deleted whole. */
  const deleteMark = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    if (event.key !== 'Backspace' && event.key !== 'Delete') return
    const box = event.currentTarget
    const { selectionStart: at, selectionEnd: end } = box
    if (at === null || at !== end) return
    const mark = markAt(words, event.key === 'Backspace' ? at - 1 : at)
    if (mark === null) return
    event.preventDefault()
    onChange(stored(words.slice(0, mark.from) + words.slice(mark.to)), true)
    requestAnimationFrame(() => box.setSelectionRange(mark.from, mark.from))
  }

  const describedBy = [hint === undefined ? '' : `${field}-hint`, problem === null ? '' : `${field}-problem`]
    .filter((part) => part !== '')
    .join(' ')
  const shared = {
    id: field,
    value: words,
    className: narrow ? css.narrowField : css.field,
    autoComplete: 'off',
    'aria-invalid': problem === null ? undefined : true,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    onKeyDown: deleteMark,
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
        <textarea {...shared} rows={lines} onChange={(event) => onChange(stored(event.target.value))} />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(stored(event.target.value))} />
      )}
      {problem === null ? null : (
        <span id={`${field}-problem`} className={css.problem}>
          {problem}
        </span>
      )}
    </div>
  )
}
