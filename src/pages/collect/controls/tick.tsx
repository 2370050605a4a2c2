import type { ChangeEvent } from 'react'
import css from './tick.module.css'

interface TickProps {
  readonly kind: 'radio' | 'checkbox'
  readonly id: string | undefined
  readonly name: string
  readonly on: boolean
  readonly onChange: (on: boolean) => void
}

/** The native radio or tick box, unseen, and the mark that is seen in its place. Stands in the label it belongs to. */
export const Tick = ({ kind, id, name, on, onChange }: TickProps) => (
  <>
    <input
      type={kind}
      id={id}
      name={name}
      className={css.input}
      checked={on}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.checked)}
    />
    <span className={css.mark} data-kind={kind} aria-hidden="true" />
  </>
)
