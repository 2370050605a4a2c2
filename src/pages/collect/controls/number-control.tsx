import { Wording } from '../wording.tsx'
import { latinFigures } from '../../../response/latin-figures.ts'
import type { ControlProps } from './control-props.ts'
import css from './field.module.css'

/** A number as people type it: a text field, since a number field swallows what it does not understand. */
export const NumberControl = ({ question, id, value, onAnswer, describedBy, invalid }: ControlProps<'text'>) => {
  const unit = question.proforma?.unit
  return (
    <span className={css.withUnit}>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        className={css.short}
        autoComplete="off"
        value={typeof value === 'string' || typeof value === 'number' ? value : ''}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={(event) => onAnswer(numberOr(latinFigures(event.target.value)))}
      />
      {unit === undefined ? null : (
        <span>
          <Wording text={unit} />
        </span>
      )}
    </span>
  )
}

/** The number, where a text is one written out; otherwise the text as it stands, kept until it is one. */
const numberOr = (text: string): number | string =>
  /^-?(?:0|[1-9]\d{0,14})(?:\.\d*[1-9])?$/.test(text) ? Number(text) : text
