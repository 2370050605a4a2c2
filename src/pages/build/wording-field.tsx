import { useEffect, useRef, useState } from 'react'
import type { Definition } from '../../survey/definition.ts'
import { markOf } from '../../survey/answer-marks.ts'
import { askablesBefore, listedAs } from '../../survey/askables.ts'
import button from '../styles/button.module.css'
import css from './field.module.css'
import { useDesign } from './session-context.ts'
import { TextField } from './text-field.tsx'
import { useMarks } from './use-marks.ts'
import wording from './wording-field.module.css'

interface WordingFieldProps {
  /** The question, group or section whose wording it is: answers of what stands before it can be put in. */
  readonly part: string
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string, isStep?: boolean) => void
  readonly lines?: number
}

/** A wording into which an earlier answer can be put, picked from a list: "How old is ‹answer to question 1›?" */
export const WordingField = (props: WordingFieldProps) => {
  const { part, id, value, onChange } = props
  const { definition } = useDesign()
  const { shown, stored } = useMarks()
  const [picking, setPicking] = useState(false)
  const earlier = earlierQuestions(definition, part)

  const field = (): HTMLTextAreaElement | HTMLInputElement | null =>
    document.getElementById(id) as HTMLTextAreaElement | HTMLInputElement | null

  const putIn = (number: number): void => {
    const words = shown(value)
    // Where the caret was: a field remembers it when it loses the focus.
    const at = field()?.selectionStart ?? words.length
    const mark = markOf(number)
    onChange(stored(words.slice(0, at) + mark + words.slice(at)), true)
    setPicking(false)
    requestAnimationFrame(() => {
      field()?.focus()
      field()?.setSelectionRange(at + mark.length, at + mark.length)
    })
  }

  return (
    <div className={wording.field}>
      <TextField {...props} />
      {earlier.length === 0 ? null : (
        <button type="button" className={button.quiet} aria-expanded={picking} onClick={() => setPicking(!picking)}>
          Put in an answer<span className="visually-hidden"> into ‘{props.label}’</span>
        </button>
      )}
      {picking ? <Picker id={id} earlier={earlier} putIn={putIn} /> : null}
    </div>
  )
}

interface Earlier {
  readonly number: number
  readonly words: string
}

interface PickerProps {
  readonly id: string
  readonly earlier: readonly Earlier[]
  readonly putIn: (number: number) => void
}

const Picker = ({ id, earlier, putIn }: PickerProps) => {
  const [picked, setPicked] = useState(earlier.at(-1)?.number ?? 1)
  const select = useRef<HTMLSelectElement>(null)

  useEffect(() => select.current?.focus(), [])

  return (
    <div className={wording.picker}>
      <label className={css.label} htmlFor={`${id}-answer`}>
        The answer to
      </label>
      <select
        ref={select}
        id={`${id}-answer`}
        className={css.field}
        value={picked}
        onChange={(event) => setPicked(Number(event.target.value))}
      >
        {earlier.map(({ number, words }) => (
          <option key={number} value={number}>
            {words}
          </option>
        ))}
      </select>
      <button type="button" className={button.secondary} onClick={() => putIn(picked)}>
        Put it in
      </button>
    </div>
  )
}

/** What is asked before a part, a whole grid left out: its answer is a table. */
const earlierQuestions = (definition: Definition, part: string): readonly Earlier[] =>
  askablesBefore(definition, part)
    .filter(({ row, question }) => row === null && question.type !== 'matrix')
    .map((askable) => ({ number: askable.number, words: listedAs(askable) }))
