import { useId, useState } from 'react'
import { isAnswered, type Mark, marksFor } from '../../response/marks.ts'
import type { Json } from '../../survey/json.ts'
import type { Question } from '../../survey/definition.ts'
import { markWords } from './mark-words.ts'
import css from './question-remarks.module.css'
import { type Remarks, useMark, useNote } from './remarks.ts'
import { useWords } from './words.ts'

interface QuestionRemarksProps {
  readonly question: Question
  /** As it is answered: `role`, or `children.2.age` in an entry of a repeated group. */
  readonly item: string
  readonly answer: Json | undefined
  readonly remarks: Remarks
  /** As a person reads it: the buttons of every question are called the same otherwise. */
  readonly title: string
  /** What else stands in the row, before them: a way to take the answer back. */
  readonly children?: React.ReactNode
}

/** What an interviewer can say of a question beside its answer: why there is none, and a note that stays private. */
export const QuestionRemarks = ({ question, item, answer, remarks, title, children }: QuestionRemarksProps) => {
  const id = useId()
  const words = useWords()
  const { say } = words
  const mark = useMark(item)
  const note = useNote(item)
  const [open, setOpen] = useState(note !== '')
  const press = (pressed: Mark): void => remarks.mark(item, pressed === mark ? null : pressed)
  return (
    <>
      <div className={css.row}>
        {children}
        {isAnswered(question, answer) ? null : (
          <fieldset className={css.marks}>
            <legend className="visually-hidden">{say('noAnswerTo', { title })}</legend>
            {marksFor(question, mark).map((one) => (
              <button
                key={one}
                type="button"
                className={css.mark}
                aria-pressed={one === mark}
                onClick={() => press(one)}
              >
                {markWords(one, words)}
              </button>
            ))}
          </fieldset>
        )}
        <button
          type="button"
          className={css.noteButton}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {say('note')}
          <span className="visually-hidden"> {say('noteOn', { title })}</span>
        </button>
      </div>
      {open ? (
        <div id={id} className={css.note}>
          <label htmlFor={`${id}-text`}>
            {say('noteLabel')} <span className="visually-hidden">{say('noteOn', { title })}</span>
          </label>
          <textarea
            id={`${id}-text`}
            className={css.area}
            rows={2}
            autoComplete="off"
            value={note}
            onChange={(event) => remarks.note(item, event.target.value)}
          />
        </div>
      ) : null}
    </>
  )
}
