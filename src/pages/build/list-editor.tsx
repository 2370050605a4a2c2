import { useRef, useState } from 'react'
import type { ListName, Question } from '../../survey/definition.ts'
import { plainText } from '../../survey/text-parts.ts'
import { addChoices, moveChoice, removeChoice, rewordChoice } from '../../survey/edit/choices.ts'
import { linesOfChoices, setChoices } from '../../survey/edit/choices-from-lines.ts'
import { listOf, valueOf, wordsOf } from '../../survey/edit/lists.ts'
import { pasteChoices } from '../../survey/paste/paste-choices.ts'
import button from '../styles/button.module.css'
import css from './list-editor.module.css'
import field from './field.module.css'
import { ListReuse } from './list-reuse.tsx'
import { useSession } from './session-context.ts'
import { useMarks } from './use-marks.ts'

interface ListEditorProps {
  readonly question: Question
  readonly list: ListName
  /** What stands over it: "Choices", "Items", "Answers". */
  readonly heading: string
  /** What one of them is called. */
  readonly noun: string
}

/** A list of choices, items or answers. Enter adds the next, Backspace on an empty one removes it, pasting adds many. */
export const ListEditor = ({ question, list, heading, noun }: ListEditorProps) => {
  const { edit } = useSession()
  const { shown, stored } = useMarks()
  const [asText, setAsText] = useState<string | null>(null)
  const box = useRef<HTMLFieldSetElement>(null)
  const entries = listOf(question, list) ?? []
  const { name } = question

  /** After the next drawing: the field may not stand yet. */
  const focusOn = (index: number): void => {
    requestAnimationFrame(() => {
      const fields = box.current?.querySelectorAll<HTMLInputElement>('input[type=text]')
      fields?.[Math.max(0, Math.min(index, fields.length - 1))]?.focus()
    })
  }

  const addAfter = (value: string | null, index: number): void => {
    const words = freshWords(entries.map(wordsOf), noun)
    const added = edit((survey) => addChoices(survey, name, list, [words], value))
    if (!added.ok) return
    focusOn(index)
    requestAnimationFrame(() => (document.activeElement as HTMLInputElement | null)?.select?.())
  }

  const paste = (text: string, after: string | null): void => {
    const pasted = pasteChoices(text, entries.map(wordsOf))
    edit((survey) => {
      const added = addChoices(survey, name, list, pasted.added.map(plainText), after)
      return added.ok ? { ...added, did: pasted.told.replace(/\.$/, '') } : added
    })
  }

  if (asText !== null)
    return (
      <fieldset className={css.listEditor}>
        <legend className={field.label}>{heading}, one a line</legend>
        <textarea
          aria-label={`${heading}, one a line`}
          className={field.field}
          rows={Math.max(5, entries.length + 1)}
          value={asText}
          onChange={(event) => setAsText(event.target.value)}
        />
        <div className={button.row}>
          <button
            type="button"
            className={button.secondary}
            onClick={() => {
              edit((survey) => setChoices(survey, name, list, asText.split('\n').map(stored)))
              setAsText(null)
            }}
          >
            Use this list
          </button>
          <button type="button" className={button.quiet} onClick={() => setAsText(null)}>
            Cancel
          </button>
        </div>
      </fieldset>
    )

  return (
    <fieldset ref={box} className={css.listEditor}>
      <legend className={field.label}>{heading}</legend>
      {entries.map((entry, index) => {
        const value = valueOf(entry)
        const words = wordsOf(entry)
        return (
          <div key={value} className={css.entry}>
            <input
              type="text"
              className={field.field}
              aria-label={`${noun} ${index + 1}`}
              value={shown(words)}
              onChange={(event) =>
                edit(
                  (survey) => rewordChoice(survey, name, list, value, stored(event.target.value)),
                  `${name}/${value}`,
                )
              }
              onKeyDown={(event) => {
                if (event.key === 'Enter') {
                  event.preventDefault()
                  addAfter(value, index + 1)
                } else if (event.key === 'Backspace' && words === '' && entries.length > 1) {
                  event.preventDefault()
                  edit((survey) => removeChoice(survey, name, list, value))
                  focusOn(index - 1)
                } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
                  event.preventDefault()
                  const to = index + (event.key === 'ArrowUp' ? -1 : 1)
                  edit((survey) => moveChoice(survey, name, list, value, to))
                  focusOn(to)
                }
              }}
              onPaste={(event) => {
                const text = event.clipboardData.getData('text/plain')
                if (!/[\n\t]/.test(text.trim())) return
                event.preventDefault()
                paste(text, value)
              }}
            />
            <button
              type="button"
              className={css.small}
              disabled={index === 0}
              aria-label={`Move ${words} up`}
              onClick={() => edit((survey) => moveChoice(survey, name, list, value, index - 1))}
            >
              ↑
            </button>
            <button
              type="button"
              className={css.small}
              disabled={index === entries.length - 1}
              aria-label={`Move ${words} down`}
              onClick={() => edit((survey) => moveChoice(survey, name, list, value, index + 1))}
            >
              ↓
            </button>
            <button
              type="button"
              className={css.small}
              aria-label={`Remove ${words}`}
              onClick={() => {
                edit((survey) => removeChoice(survey, name, list, value))
                focusOn(index)
              }}
            >
              ×
            </button>
          </div>
        )
      })}
      <div className={button.row}>
        <button
          type="button"
          className={button.quiet}
          onClick={() => addAfter(null, entries.length)}
        >{`Add ${noun.toLowerCase()}`}</button>
        <button
          type="button"
          className={button.quiet}
          onClick={() => setAsText(linesOfChoices(entries).map(shown).join('\n'))}
        >
          Edit as a list
        </button>
      </div>
      <ListReuse question={question} list={list} />
    </fieldset>
  )
}

/** "Choice 3", or the next number that no choice is worded with. */
const freshWords = (present: readonly string[], noun: string): string => {
  for (let number = present.length + 1; ; number += 1) {
    const words = `${noun} ${number}`
    if (!present.includes(words)) return words
  }
}
