import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { Element, Page } from '../../survey/definition.ts'
import { innerOf } from '../../survey/inner-elements.ts'
import { questionsIn } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { withGaps } from '../../survey/text-parts.ts'
import { moveElement, moveElementBy } from '../../survey/edit/move-element.ts'
import css from './question-list.module.css'
import { holds } from './holds.ts'
import { dragRows } from './drag-rows.ts'
import { RowTools } from './row-tools.tsx'
import { useDesign, useSession } from './session-context.ts'

/** Every question under its section. The chosen one has its tools under it. */
export const QuestionList = () => {
  const { definition, chosen } = useDesign()
  const { edit } = useSession()
  const firsts = useMemo(() => firstNumbers(definition.pages), [definition.pages])
  const list = useRef<HTMLElement>(null)

  useEffect(() => {
    if (list.current === null) return undefined
    return dragRows(list.current, {
      move: (name, spot) => void edit((survey) => moveElement(survey, name, spot)),
      lineClass: css.dropLine ?? '',
    })
  }, [edit])

  return (
    <nav ref={list} aria-label="Questions" className={css.list}>
      <SettingsRow chosen={chosen === null} />
      {definition.pages.map((page, index) => (
        <Section
          key={page.name}
          page={page}
          number={index + 1}
          first={firsts[index] ?? 1}
          chosen={chosen !== null && holds(page, chosen) ? chosen : null}
        />
      ))}
    </nav>
  )
}

/** The number of the first question in each part of a list, when the list begins with question `first`. */
const firstNumbers = (parts: readonly (Page | Element)[], first = 1): readonly number[] => {
  let next = first
  return parts.map((part) => {
    const number = next
    next += 'elements' in part ? questionsIn(part).length : 1 + innerOf(part).length
    return number
  })
}

const SettingsRow = ({ chosen }: { readonly chosen: boolean }) => {
  const { choose } = useSession()
  return (
    <button
      type="button"
      id="row-of-settings"
      className={css.row}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => choose(null)}
    >
      <span className={css.rowText}>Title, privacy and settings</span>
    </button>
  )
}

interface SectionProps {
  readonly page: Page
  readonly number: number
  /** The number of its first question. */
  readonly first: number
  /** What is chosen in it; null where that is elsewhere. */
  readonly chosen: string | null
}

/** Drawn again only when something in it changed: an edit leaves the other sections the very same objects. */
const Section = memo(({ page, number, first, chosen }: SectionProps) => (
  <div className={css.section} data-row={page.name}>
    <Row
      name={page.name}
      words={withGaps(textIn(page.title)) || `Section ${number}`}
      number={null}
      kind="section"
      isChosen={chosen === page.name}
    />
    {chosen === page.name ? <RowTools name={page.name} isSection /> : null}
    <Rows elements={page.elements} first={first} chosen={chosen} />
  </div>
))

interface RowsProps {
  readonly elements: readonly Element[]
  readonly first: number
  readonly chosen: string | null
}

const Rows = ({ elements, first, chosen }: RowsProps) => {
  // Numbers may come a moment later: an edit is seen before the 250 rows under it are numbered anew.
  const settled = useDeferredValue(elements)
  const settledFirst = useDeferredValue(first)
  const numbers = useMemo(() => {
    const firsts = firstNumbers(settled, settledFirst)
    return new Map(settled.map(({ name }, index) => [name, firsts[index] ?? settledFirst]))
  }, [settled, settledFirst])
  return (
    <ul className={css.rows}>
      {elements.map((element) => (
        <Item
          key={element.name}
          element={element}
          number={numbers.get(element.name) ?? null}
          chosen={chosen !== null && holds(element, chosen) ? chosen : null}
        />
      ))}
    </ul>
  )
}

interface ItemProps {
  readonly element: Element
  readonly number: number | null
  /** What is chosen: itself or something in it; null where that is elsewhere. */
  readonly chosen: string | null
}

/** A question, or a group with what is in it. Drawn again only when something of it changed: there may be 500. */
const Item = memo(({ element, number, chosen }: ItemProps) => (
  <li className={css.item} data-row={element.name}>
    <div className={css.rowLine}>
      <Row
        name={element.name}
        words={withGaps(textIn(element.title))}
        number={element.type === 'panel' ? null : number}
        kind={holdsOthers(element) ? 'group' : 'question'}
        isChosen={chosen === element.name}
      />
      <span className={css.handle} data-handle aria-hidden="true" />
    </div>
    {chosen === element.name ? <RowTools name={element.name} isSection={false} /> : null}
    {holdsOthers(element) ? (
      <Rows elements={innerOf(element)} first={firstInside(element, number ?? 1)} chosen={chosen} />
    ) : null}
  </li>
))

/** A panel, or a group that is repeated: a question may be dropped into it. */
const holdsOthers = ({ type }: Element): boolean => type === 'panel' || type === 'paneldynamic'

/** A repeated group is a question itself, and its questions are counted on from it. */
const firstInside = ({ type }: Element, own: number): number => (type === 'paneldynamic' ? own + 1 : own)

interface RowProps {
  readonly name: string
  readonly words: string
  readonly number: number | null
  readonly kind: 'section' | 'group' | 'question'
  readonly isChosen: boolean
}

const Row = ({ name, words, number, kind, isChosen }: RowProps) => {
  const { choose, edit } = useSession()
  return (
    <button
      type="button"
      id={`row-${name}`}
      className={css.row}
      data-kind={kind}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => choose(name)}
      onKeyDown={(event) => {
        if (!event.altKey || kind === 'section' || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        choose(name)
        edit((definition) => moveElementBy(definition, name, event.key === 'ArrowUp' ? 'up' : 'down'))
      }}
    >
      {number === null ? null : <span className={css.rowNumber}>{number}</span>}
      <span className={css.rowText}>{words === '' ? 'Not worded yet' : words}</span>
    </button>
  )
}
