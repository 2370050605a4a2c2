import { useId } from 'react'
import type { PreviewedWay } from '../preview/preview-message.ts'
import css from './language-choice.module.css'
import field from './field.module.css'

interface WayChoiceProps {
  readonly value: PreviewedWay
  readonly onChange: (way: PreviewedWay) => void
}

const ways = { family: 'Family', interviewer: 'Interviewer' } as const satisfies {
  readonly [W in PreviewedWay]: string
}

/** Who holds the tablet: a family sees one question at a time, an interviewer prompts and marks as well. */
export const WayChoice = ({ value, onChange }: WayChoiceProps) => {
  const id = useId()
  return (
    <div className={css.language}>
      <label htmlFor={id}>Seen by</label>
      <select
        id={id}
        className={field.narrowField}
        value={value}
        onChange={(event) => onChange(event.target.value === 'interviewer' ? 'interviewer' : 'family')}
      >
        {Object.entries(ways).map(([way, name]) => (
          <option key={way} value={way}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
