import { memo, useLayoutEffect, useState } from 'react'
import { Survey } from 'survey-react-ui'
import type { Filling } from '../../engine/filling.ts'
import type { Definition, Element } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { AboutForm } from './about-form.tsx'
import { CollectingContext } from './collecting.ts'
import { ErrorSummary } from './error-summary.tsx'
import { fieldId } from './field-id.ts'
import css from './form.module.css'
import { Listen } from './listen.tsx'
import { problemsOf, type ShownPage } from './paging.ts'
import { problemWords } from './problem-words.ts'
import { sectionBegun } from './section-begun.ts'
import { SectionHeading, sectionTextId } from './section-heading.tsx'
import { registerElements } from './survey-elements.tsx'
import { useWords } from './words.ts'

registerElements()

// A parent that draws again must not draw the whole page again: the questions hear of changes by themselves.
const Page = memo(Survey)

export interface QuestionStepProps {
  readonly filling: Filling
  readonly definition: Definition
  readonly elements: ReadonlyMap<string, Element>
  readonly language: string
  readonly seed: string
  readonly pages: readonly ShownPage[]
  readonly index: number
  readonly onAnswered: () => void
  readonly onBack: () => void
  readonly onContinue: () => void
}

/** One page of questions, with Back above and Continue below. Problems are told on Continue, not before. */
export const QuestionStep = (props: QuestionStepProps) => {
  const { filling, definition, elements, language, seed, pages, index, onAnswered, onBack, onContinue } = props
  const words = useWords()
  const { say } = words
  const page = pages[index]
  const name = page?.name ?? ''
  const [tried, setTried] = useState({ page: '', count: 0 })
  const found = page === undefined || tried.page !== name ? [] : problemsOf(page.questions, filling.typed())
  const first = page?.questions[0]
  const section = sectionBegun(definition, pages, index, language)
  const title = `${found.length > 0 ? `${say('error')} ` : ''}${textIn(first?.title, language)}`
  const [drawn, onDrawn] = useState('')
  const isDrawn = filling.model.getPageByName(name)?.elements.some((element) => element.name === drawn) ?? false
  useScreen(`${title} – ${textIn(definition.title, language)}`, isDrawn ? name : null)

  useLayoutEffect(() => {
    filling.turnTo(name)
  }, [filling, name])

  const carryOn = (): void => {
    if (problemsOf(page?.questions ?? [], filling.typed()).length > 0) setTried({ page: name, count: tried.count + 1 })
    else onContinue()
  }

  return (
    <CollectingContext
      value={{
        filling,
        elements,
        language,
        seed,
        describedAbove: section === null ? null : sectionTextId,
        problems: new Map(found.map(({ question, problem }) => [question.name, problem])),
        answer: (question, value) => {
          filling.answer(question, value)
          onAnswered()
        },
        onDrawn,
      }}
    >
      <button type="button" className={css.back} onClick={onBack}>
        {say('back')}
      </button>
      <ErrorSummary
        attempt={found.length > 0 ? tried.count : 0}
        problems={found.map(({ question, problem }) => ({
          fieldId: fieldId(question.name),
          message: problemWords(problem, question, language, words),
        }))}
      />
      {index === 0 ? <AboutForm definition={definition} language={language} /> : null}
      <p className={css.progress}>
        {/* A form that stands at its gate has one part so far: "1 of 1" would promise too little. */}
        {pages.length === 1 ? say('part', { now: 1 }) : say('partOf', { now: index + 1, of: pages.length })}
      </p>
      <Listen key={`${name} ${language}`} questions={page?.questions ?? []} answered={filling.revision()} />
      {section === null ? null : <SectionHeading section={section} language={language} />}
      {/* The form element is survey-react-ui's own: Enter in a field is heard as it comes up from there. */}
      <div onSubmit={carryOn}>
        <Page model={filling.model} />
        <button type="button" className={button.primary} onClick={carryOn}>
          {say('carryOn')}
        </button>
      </div>
    </CollectingContext>
  )
}
