import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { entryName } from '../../../response/answer-words.ts'
import { type Answers, isEmptyAnswer } from '../../../response/answers.ts'
import { entriesOf } from '../../../response/entries.ts'
import { putInEntry } from '../../../response/put-in-answers.ts'
import type { GroupQuestion, Question } from '../../../survey/definition.ts'
import { eachOf, entryRange } from '../../../survey/entry-definition.ts'
import type { Json } from '../../../survey/json.ts'
import { textIn } from '../../../survey/text.ts'
import button from '../../styles/button.module.css'
import { CollectingContext, useCollecting, useFillingRevision } from '../collecting.ts'
import { fieldId } from '../field-id.ts'
import { focusField } from '../focus-field.ts'
import { type EntryRemarks, useRemarks } from '../remarks.ts'
import { useWords } from '../words.ts'
import type { ControlProps } from './control-props.ts'
import css from './entries-control.module.css'

interface EntriesControlProps extends ControlProps<'paneldynamic'> {
  /** The level of the heading that the group stands under. */
  readonly heading: number
  /** Draws a question of an entry under a heading of that level. */
  readonly draw: DrawQuestion
}

/** An entry that was taken out, with what an interviewer said in it. */
interface Taken {
  readonly index: number
  readonly entry: Answers
  readonly said: EntryRemarks | null
  readonly name: string
}

type DrawQuestion = (question: Question, heading: 3 | 4 | 5) => ReactNode

/** The same questions for each child, visit or job: a card for each, one more on asking, and a way to take one out. */
export const EntriesControl = ({
  question: group,
  id,
  value,
  onAnswer,
  language,
  heading,
  draw,
}: EntriesControlProps) => {
  const { filling } = useCollecting()
  const { say, language: spoken } = useWords()
  useFillingRevision(filling)
  const { least, most } = entryRange(group)
  const given = entriesOf(value)
  // What must be there at least stands there to be filled in, and is an answer once something is written in it.
  const entries = [...given, ...Array.from({ length: Math.max(0, least - given.length) }, (): Answers => ({}))]
  const asked = filling.askedInEntries(group.name)
  const focusOn = useRef<number | null>(null)
  const remarks = useRemarks()
  const [taken, setTaken] = useState<Taken | null>(null)
  const undo = useRef<HTMLButtonElement>(null)

  const put = (next: readonly Answers[]): void => onAnswer(next.length === 0 ? undefined : next)
  const firstField = (index: number): string => {
    const first = group.templateElements.find(
      ({ name, visibleIf }) => asked[index]?.has(name) ?? visibleIf === undefined,
    )
    return fieldId(`${group.name}.${index + 1}.${first?.name ?? ''}`)
  }

  useEffect(() => {
    // The entry that was asked for stands there only once it is drawn, and something else may be drawn before.
    if (focusOn.current === null || document.getElementById(firstField(focusOn.current)) === null) return
    focusField(firstField(focusOn.current))
    focusOn.current = null
  })

  useEffect(() => {
    if (taken !== null) undo.current?.focus()
  }, [taken])

  const add = (): void => {
    setTaken(null)
    focusOn.current = entries.length
    put([...entries, {}])
  }

  const takeOut = (index: number): void => {
    const entry = entries[index] ?? {}
    const said = remarks?.takeOutEntry(group.name, index + 1) ?? null
    setTaken({ index, entry, said, name: entryName(group, entry, index + 1, language) })
    put(entries.toSpliced(index, 1))
  }

  const putBack = (): void => {
    if (taken === null) return
    focusOn.current = taken.index
    if (taken.said !== null) remarks?.putBackEntry(group.name, taken.index + 1, taken.said)
    put(given.toSpliced(taken.index, 0, taken.entry))
    setTaken(null)
  }

  const each = inSentence(textIn(eachOf(group), language), spoken)
  return (
    <>
      {entries.map((entry, index) => (
        <Entry
          key={index}
          group={group}
          number={index + 1}
          entry={entry}
          asked={asked[index] ?? null}
          heading={heading}
          draw={draw}
          change={(next) => put(entries.with(index, next))}
          takeOut={entries.length > least || !isEmptyAnswer(entry) ? () => takeOut(index) : null}
        />
      ))}
      <div className={css.buttons}>
        {entries.length >= most ? (
          <p className={css.told}>{say('entriesMost', { most })}</p>
        ) : (
          <button id={id} type="button" className={button.secondary} onClick={add}>
            {entries.length === 0 ? say('addFirst', { each }) : say('addAnother', { each })}
          </button>
        )}
        <output className={css.told}>{taken === null ? '' : say('takenOut', { entry: taken.name })}</output>
        {taken === null ? null : (
          <button ref={undo} type="button" className={button.quiet} onClick={putBack}>
            {say('undo')}
          </button>
        )}
      </div>
    </>
  )
}

/** "Child" is "child" inside an English sentence; "GP visit" and what other languages write large stay. */
const inSentence = (each: string, language: string): string =>
  language === 'en' && /^\p{Lu}\p{Ll}/u.test(each) ? `${each.charAt(0).toLowerCase()}${each.slice(1)}` : each

interface EntryProps {
  readonly group: GroupQuestion
  readonly number: number
  readonly entry: Answers
  /** The questions that are asked in it; null while nothing was written in it, and no rule knows of it. */
  readonly asked: ReadonlySet<string> | null
  readonly heading: number
  readonly draw: DrawQuestion
  readonly change: (entry: Answers) => void
  /** Null where it can't be taken out. */
  readonly takeOut: (() => void) | null
}

const Entry = ({ group, number, entry, asked, heading, draw, change, takeOut }: EntryProps) => {
  const collecting = useCollecting()
  const { language } = collecting
  const { say, day } = useWords()
  const inEntry = useMemo(
    () => ({
      ...collecting,
      describedAbove: null,
      place: `${group.name}.${number}.`,
      answers: () => entry,
      answer: (question: string, value: Json | undefined) => {
        const { [question]: _, ...rest } = entry
        change(value === undefined ? rest : { ...rest, [question]: value })
      },
    }),
    [collecting, group, number, entry, change],
  )
  const worded = putInEntry(group, entry, { language, dayInWords: day })
  const [Heading, inner] =
    heading === 1 ? (['h2', 3] as const) : heading === 2 ? (['h3', 4] as const) : (['h4', 5] as const)
  const name = entryName(group, entry, number, language)
  return (
    <fieldset className={css.entry}>
      <legend>
        <Heading className={css.heading}>
          <bdi>{name}</bdi>
        </Heading>
      </legend>
      <CollectingContext value={inEntry}>
        {worded
          .filter((question) => asked?.has(question.name) ?? question.visibleIf === undefined)
          .map((question) => (
            <Fragment key={question.name}>{draw(question, inner)}</Fragment>
          ))}
      </CollectingContext>
      {takeOut === null ? null : (
        <div className={css.buttons}>
          <button type="button" className={button.quiet} onClick={takeOut}>
            {say('takeOut', { entry: name })}
          </button>
        </div>
      )}
    </fieldset>
  )
}
