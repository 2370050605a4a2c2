import { memo } from 'react'
import type { Element, Question } from '../../survey/definition.ts'
import { questionsIn } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { useCollecting } from './collecting.ts'
import css from './question-block.module.css'
import { QuestionBlock } from './question-block.tsx'
import { Wording } from './wording.tsx'

interface PageElementsProps {
  /** What stands on this page of the survey, in its order, shown or not. */
  readonly elements: readonly Element[]
  /** The names of the questions that are asked on it. */
  readonly asked: ReadonlySet<string>
  /** The level of heading that they begin with: 1 where what stands here alone is the heading of the screen. */
  readonly heading: 1 | 2
}

/** The questions of one page, and those that belong together under a heading of their own. */
export const PageElements = ({ elements, asked, heading }: PageElementsProps) =>
  elements.map((element) => {
    if (element.type !== 'panel')
      return asked.has(element.name) ? <Block key={element.name} question={element} heading={heading} /> : null
    const shown = questionsIn(element).filter(({ name }) => asked.has(name))
    return shown.length === 0 ? null : (
      <PanelBlock key={element.name} panel={element} questions={shown} heading={heading} />
    )
  })

/** By itself it hears of its own answer only: a letter typed into one question draws no other. */
const Block = memo(QuestionBlock)

interface PanelBlockProps {
  readonly panel: Extract<Element, { type: 'panel' }>
  readonly questions: readonly Question[]
  readonly heading: 1 | 2
}

const PanelBlock = ({ panel, questions, heading }: PanelBlockProps) => {
  const { language, describedAbove } = useCollecting()
  const title = textIn(panel.title, language)
  const description = textIn(panel.description, language)
  const Heading = `h${heading}` as const
  const isScreenHeading = heading === 1
  const below = heading === 1 ? 2 : 3
  return (
    <div>
      {title === '' ? null : (
        <Heading {...(isScreenHeading ? { tabIndex: -1, 'aria-describedby': describedAbove ?? undefined } : {})}>
          <Wording text={panel.title} />
        </Heading>
      )}
      {description === '' ? null : (
        <p className={css.hint}>
          <Wording text={panel.description} />
        </p>
      )}
      {questions.map((question, index) => (
        <Block
          key={question.name}
          question={question}
          heading={title === '' ? (index === 0 || !isScreenHeading ? heading : 2) : below}
        />
      ))}
    </div>
  )
}
