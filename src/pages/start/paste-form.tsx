import { type ReactNode, useMemo, useState } from 'react'
import { pasteQuestions } from '../../survey/paste/paste-questions.ts'
import type { Proposed } from '../../survey/paste/proposed.ts'
import button from '../styles/button.module.css'
import css from './start.module.css'

interface PasteFormProps {
  /** What stands above the field, as a title of its own. */
  readonly children?: ReactNode
  readonly take: (questions: readonly Proposed[]) => void
}

/** Pasted text, and beside it the questions that were read from it, to leave out what is not wanted before it is taken. */
export const PasteForm = ({ children, take }: PasteFormProps) => {
  const [text, setText] = useState('')
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const pasted = useMemo(() => pasteQuestions(text), [text])
  const taken = pasted.questions.filter((_, index) => !left.has(index))

  const change = (next: string): void => {
    setText(next)
    setLeft(new Set())
  }

  return (
    <>
      <div className={css.paste}>
        <div>
          {children}
          <label htmlFor="paste-text" className={css.label}>
            Your questions
          </label>
          <p id="paste-hint" className={css.hint}>
            One a line, numbered or not. Put the choices of a question under it, indented or with bullets.
          </p>
          <textarea
            id="paste-text"
            aria-describedby="paste-hint"
            className={css.field}
            rows={18}
            value={text}
            onChange={(event) => change(event.target.value)}
          />
        </div>
        <section aria-labelledby="read">
          <h2 id="read" className={css.way}>
            {pasted.questions.length === 0
              ? 'What was read will be here'
              : `${pasted.questions.length} ${pasted.questions.length === 1 ? 'question' : 'questions'} read`}
          </h2>
          <ol className={css.read}>
            {pasted.questions.map((question, index) => (
              <li key={`${question.lines[0]} ${question.wording}`} className={css.proposed}>
                <label className={css.take}>
                  <input
                    type="checkbox"
                    checked={!left.has(index)}
                    onChange={(event) =>
                      setLeft(event.target.checked ? without(left, index) : new Set([...left, index]))
                    }
                  />
                  <strong>{question.wording}</strong>
                </label>
                <Answers question={question} />
                <p className={css.hint}>{question.why}</p>
              </li>
            ))}
          </ol>
          {pasted.passedOver.length === 0 ? null : (
            <>
              <h3>Not taken</h3>
              <ul>
                {pasted.passedOver.map(({ words: passed, reason, lines }) => (
                  <li key={`${lines[0]} ${passed}`}>
                    Line {lines[0]}: “{passed}”. {reason}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
      <button type="button" className={button.primary} disabled={taken.length === 0} onClick={() => take(taken)}>
        {taken.length === 1 ? 'Take 1 question' : `Take ${taken.length} questions`}
      </button>
    </>
  )
}

const without = (set: ReadonlySet<number>, one: number): ReadonlySet<number> =>
  new Set([...set].filter((member) => member !== one))

const Answers = ({ question }: { readonly question: Proposed }) => {
  switch (question.kind) {
    case 'one-choice':
    case 'tick-all':
    case 'scale':
      return <p className={css.answers}>{question.choices.join(' · ')}</p>
    case 'grid':
      return (
        <>
          <ul className={css.answers}>
            {question.rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
          <p className={css.answers}>{question.columns.join(' · ')}</p>
        </>
      )
    case 'number':
    case 'date':
    case 'short-text':
    case 'long-text':
      return null
    default:
      return question satisfies never
  }
}
