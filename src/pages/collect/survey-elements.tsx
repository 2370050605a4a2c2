import { useEffect } from 'react'
import { ReactElementFactory } from 'survey-react-ui'
import type { Element, Question } from '../../survey/definition.ts'
import { questionsIn } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { useCollecting, useFillingRevision } from './collecting.ts'
import css from './question-block.module.css'
import { QuestionBlock } from './question-block.tsx'
import { Wording } from './wording.tsx'
import { useWords } from './words.ts'

/** What survey-react-ui hands to whatever draws an element. */
interface ElementProps {
  readonly element: { readonly name: string }
}

const ElementByName = ({ element }: ElementProps) => {
  const { elements, onDrawn } = useCollecting()
  const words = useWords()
  useEffect(() => onDrawn(element.name), [onDrawn, element.name])
  const found = elements.get(element.name)
  if (found === undefined) return null
  return (
    // survey-react-ui names the language that the survey was written in, on an element around this one.
    <div lang={words.language}>
      <ElementBlock element={found} heading={1} />
    </div>
  )
}

const ElementBlock = ({ element, heading }: { readonly element: Element; readonly heading: 1 | 2 }) =>
  element.type === 'panel' ? <PanelBlock panel={element} /> : <QuestionBlock question={element} heading={heading} />

/** Questions that belong together, under a heading of their own. */
const PanelBlock = ({ panel }: { readonly panel: Extract<Element, { type: 'panel' }> }) => {
  const { filling, language, describedAbove } = useCollecting()
  useFillingRevision(filling)
  const isShown = (name: string): boolean => filling.model.getQuestionByName(name)?.isVisible ?? false
  const title = textIn(panel.title, language)
  const description = textIn(panel.description, language)
  const shown: readonly Question[] = questionsIn(panel).filter((question) => isShown(question.name))
  return (
    <div>
      {title === '' ? null : (
        <h1 tabIndex={-1} aria-describedby={describedAbove ?? undefined}>
          <Wording text={panel.title} />
        </h1>
      )}
      {description === '' ? null : (
        <p className={css.hint}>
          <Wording text={panel.description} />
        </p>
      )}
      {shown.map((question, index) => (
        <QuestionBlock key={question.name} question={question} heading={title === '' && index === 0 ? 1 : 2} />
      ))}
    </div>
  )
}

/** What survey-react-ui asks for a drawing by; `empty` is a photo or a signature, see `engine/survey-json.ts`. */
const kinds = ['radiogroup', 'checkbox', 'matrix', 'rating', 'text', 'comment', 'panel', 'empty'] as const

/** Has survey-react-ui draw every element by ours, so that its paging and its rows stay and its look goes. */
export const registerElements = (): void => {
  for (const kind of kinds) {
    ReactElementFactory.Instance.registerElement(kind, (props: ElementProps) => (
      <ElementByName key={props.element.name} element={props.element} />
    ))
  }
}
