import css from './field.module.css'

interface CheckFieldProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (on: boolean) => void
}

/** A box to tick, with a target over its whole label. */
export const CheckField = ({ label, checked, onChange }: CheckFieldProps) => (
  <label className={css.check}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
)
