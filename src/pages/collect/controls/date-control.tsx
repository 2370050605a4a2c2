import { dateAnswer, type DateParts, datePartsOf } from '../../../response/date-parts.ts'
import { useWords } from '../words.ts'
import type { ControlProps } from './control-props.ts'
import css from './field.module.css'
import { useState } from 'react'

const boxes = ['day', 'month', 'year'] as const

/** A date in three boxes. What is typed stays as typed while the person is at it: "march" does not jump to 3. */
export const DateControl = ({ id, value, onAnswer, describedBy, invalid }: ControlProps<'text'>) => {
  const { say, months } = useWords()
  const [typed, setTyped] = useState<DateParts>(() => datePartsOf(typeof value === 'string' ? value : ''))
  const shown =
    dateAnswer(typed, months) === (value ?? null) ? typed : datePartsOf(typeof value === 'string' ? value : '')
  const change = (parts: DateParts): void => {
    setTyped(parts)
    onAnswer(dateAnswer(parts, months) ?? undefined)
  }
  return (
    <div className={css.dateBoxes}>
      {boxes.map((box) => (
        <label key={box} className={css.dateBox}>
          {say(box)}
          <input
            id={box === 'day' ? id : `${id}-${box}`}
            type="text"
            inputMode={box === 'month' ? 'text' : 'numeric'}
            className={box === 'year' ? css.year : css.twoFigures}
            autoComplete="off"
            value={shown[box]}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onChange={(event) => change({ ...shown, [box]: event.target.value })}
          />
        </label>
      ))}
    </div>
  )
}
