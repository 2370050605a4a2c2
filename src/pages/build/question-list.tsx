import { memo, useMemo } from 'react'
import type { Definition, Element, Page } from '../../survey/definition.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { withGaps } from '../../survey/text-parts.ts'
import { moveElementBy } from '../../survey/edit/move-element.ts'
import css from './build.module.css'
import { RowTools } from './row-tools.tsx'
import { useDesign, useSession } from './session-context.ts'

/** Every question under its section. The chosen one has its tools under it. */
export const QuestionList = () => {
  const { definition, chosen } = useDesign()
  const numbers = useMemo(() => numbersOf(definition), [definition])
  return (
    <nav aria-label="Questions" className={css.list}>
      <SettingsRow chosen={chosen === null} />
      {definition.pages.map((page, index) => (
        <Section key={page.name} page={page} number={index + 1} numbers={numbers} chosen={chosen} />
      ))}
    </nav>
  )
}

const numbersOf = (definition: Definition): ReadonlyMap<string, number> =>
  new Map(questionsOf(definition).map(({ name }, index) => [name, index + 1]))

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
  readonly numbers: ReadonlyMap<string, number>
  readonly chosen: string | null
}

const Section = ({ page, number, numbers, chosen }: SectionProps) => (
  <div className={css.section}>
    <Row
      name={page.name}
      words={withGaps(textIn(page.title)) || `Section ${number}`}
      number={null}
      kind="section"
      isChosen={chosen === page.name}
    />
    {chosen === page.name ? <RowTools name={page.name} isSection /> : null}
    <Rows elements={page.elements} numbers={numbers} chosen={chosen} />
  </div>
)

interface RowsProps {
  readonly elements: readonly Element[]
  readonly numbers: ReadonlyMap<string, number>
  readonly chosen: string | null
}

const Rows = ({ elements, numbers, chosen }: RowsProps) => (
  <ul className={css.rows}>
    {elements.map((element) => (
      <li key={element.name} className={css.item}>
        <Row
          name={element.name}
          words={withGaps(textIn(element.title))}
          number={numbers.get(element.name) ?? null}
          kind={element.type === 'panel' ? 'group' : 'question'}
          isChosen={chosen === element.name}
        />
        {chosen === element.name ? <RowTools name={element.name} isSection={false} /> : null}
        {element.type === 'panel' ? <Rows elements={element.elements} numbers={numbers} chosen={chosen} /> : null}
      </li>
    ))}
  </ul>
)

interface RowProps {
  readonly name: string
  readonly words: string
  readonly number: number | null
  readonly kind: 'section' | 'group' | 'question'
  readonly isChosen: boolean
}

/** One row. Drawn again only when something of it changed: there may be 500. */
const Row = memo(({ name, words, number, kind, isChosen }: RowProps) => {
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
})
