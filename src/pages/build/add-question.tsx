import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'wouter'
import { addQuestion } from '../../survey/edit/add-question.ts'
import { entryKinds, kindNames } from '../../survey/edit/question-kind.ts'
import type { StartKind } from '../../survey/edit/new-question.ts'
import button from '../styles/button.module.css'
import css from './add-question.module.css'
import field from './field.module.css'
import { useDesign, useSession } from './session-context.ts'
import { spotAfter, spotInWords } from './spot-after.ts'

const kinds: readonly { readonly kind: StartKind; readonly words: string }[] = [
  { kind: 'yes-no-not-sure', words: 'Yes, no or not sure' },
  { kind: 'choice', words: kindNames.choice },
  { kind: 'tick-all', words: kindNames['tick-all'] },
  { kind: 'grid', words: kindNames.grid },
  { kind: 'scale', words: kindNames.scale },
  { kind: 'short-text', words: kindNames['short-text'] },
  { kind: 'long-text', words: kindNames['long-text'] },
  { kind: 'number', words: kindNames.number },
  { kind: 'date', words: kindNames.date },
  { kind: 'group', words: kindNames.group },
  { kind: 'photo', words: kindNames.photo },
  { kind: 'signature', words: kindNames.signature },
]

/** Adds a question under the chosen one, of a kind that is picked. */
export const AddQuestion = ({ onAdded }: { readonly onAdded: () => void }) => {
  const { edit } = useSession()
  const { definition, chosen } = useDesign()
  const [picking, setPicking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (picking) first.current?.focus()
  }, [picking])

  const close = (): void => {
    setPicking(false)
    opener.current?.focus()
  }

  const add = (kind: StartKind): void => {
    // A button that is taken away while it has the focus costs a layout of the half-made page: it is let go first.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    // Drawn at once, so that the wording can take the focus in the same frame.
    const added = flushSync(() => {
      setPicking(false)
      const edited = edit((survey) =>
        addQuestion(survey, kind, spotAfter(survey, chosen, kind === 'yes-no-not-sure' || entryKinds.includes(kind))),
      )
      if (edited.ok) onAdded()
      return edited
    })
    if (added.ok) document.getElementById('question-wording')?.focus()
    else opener.current?.focus()
  }

  return (
    <div className={css.add}>
      <button
        ref={opener}
        type="button"
        className={button.primary}
        aria-expanded={picking}
        onClick={() => setPicking(!picking)}
      >
        Add question
      </button>
      {picking ? (
        <ul className={css.kinds} aria-label="Kind of question">
          {kinds.map(({ kind, words }, index) => (
            <li key={kind}>
              <button
                ref={index === 0 ? first : undefined}
                type="button"
                className={button.secondary}
                onClick={() => add(kind)}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') close()
                }}
              >
                {words}
              </button>
            </li>
          ))}
          <li>
            <Link
              href={`/build/${definition.proforma.id}/paste`}
              className={button.secondary}
              onKeyDown={(event) => {
                if (event.key === 'Escape') close()
              }}
            >
              Paste a list of questions
            </Link>
          </li>
        </ul>
      ) : null}
      <span className={field.hint}>{spotInWords(definition, chosen)}</span>
    </div>
  )
}
