import { useState } from 'react'
import { TextField } from './text-field.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly hint?: string
  /** As it is kept; null for none. */
  readonly value: number | null
  /** Why it can't be kept; null where it is. Null is given only where the field may be empty. */
  readonly keep: (value: number | null) => string | null
  readonly mayBeEmpty?: boolean
}

/**
 * A field for a whole number. What can't be kept stays as it is typed, with the reason under it: on the way from 1 to 12,
 * or while the field is empty for a moment, it would be fought with otherwise.
 */
export const NumberField = ({ label, hint, value, keep, mayBeEmpty = false }: NumberFieldProps) => {
  const [typed, setTyped] = useState<Typed | null>(null)
  // Undo, or an edit elsewhere, may have changed what is kept meanwhile: that is shown then.
  const held = typed?.over === value ? typed : null

  const change = (text: string): void => {
    const words = text.trim()
    const read = words === '' ? null : /^-?\d{1,15}$/.test(words) ? Number(words) : undefined
    const why = read === undefined || (read === null && !mayBeEmpty) ? 'Write a whole number, like 4.' : keep(read)
    setTyped(why === null ? null : { text, why, over: value })
  }

  return (
    <TextField
      label={label}
      {...(hint === undefined ? {} : { hint })}
      narrow
      value={held?.text ?? String(value ?? '')}
      problem={held?.why ?? null}
      onChange={change}
    />
  )
}

interface Typed {
  readonly text: string
  readonly why: string
  /** What was kept when it was typed. */
  readonly over: number | null
}
