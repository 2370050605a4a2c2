import { useWords } from '../words.ts'
import type { ControlProps } from './control-props.ts'
import css from './field.module.css'

/** Words of any length, with what is left counted where the survey sets a limit. */
export const CommentControl = ({ question, id, value, onAnswer, describedBy, invalid }: ControlProps<'comment'>) => {
  const { say } = useWords()
  const text = typeof value === 'string' ? value : ''
  const left = question.maxLength === undefined ? null : question.maxLength - text.length
  const countId = `${id}-count`
  return (
    <>
      <textarea
        id={id}
        className={css.area}
        rows={question.rows ?? 5}
        autoComplete="off"
        value={text}
        aria-describedby={[describedBy, left === null ? undefined : countId].filter(Boolean).join(' ') || undefined}
        aria-invalid={invalid}
        onChange={(event) => onAnswer(event.target.value)}
      />
      {left === null ? null : (
        <p id={countId} className={css.count}>
          {left < 0 ? say('charactersOver', { n: -left }) : say('charactersLeft', { n: left })}
        </p>
      )}
    </>
  )
}
