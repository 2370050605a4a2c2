import type { ControlProps } from './control-props.ts'
import { NumberControl } from './number-control.tsx'
import { DateControl } from './date-control.tsx'
import css from './field.module.css'

/** A line of text, a number or a date. */
export const TextControl = (props: ControlProps<'text'>) => {
  switch (props.question.inputType) {
    case 'number':
      return <NumberControl {...props} />
    case 'date':
      return <DateControl {...props} />
    case 'text':
    case undefined:
      return <LineControl {...props} />
    default:
      return props.question.inputType satisfies never
  }
}

const LineControl = ({ id, value, onAnswer, describedBy, invalid }: ControlProps<'text'>) => (
  <input
    id={id}
    type="text"
    className={css.field}
    // A shared tablet must not offer one family what another typed.
    autoComplete="off"
    value={typeof value === 'string' ? value : ''}
    aria-describedby={describedBy}
    aria-invalid={invalid}
    onChange={(event) => onAnswer(event.target.value)}
  />
)
