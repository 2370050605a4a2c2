import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Filling } from '../../response/filling.ts'
import type { Definition, Element } from '../../survey/definition.ts'
import { innerOf } from '../../survey/inner-elements.ts'
import type { Json } from '../../survey/json.ts'
import { textIn } from '../../survey/text.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { AboutForm } from './about-form.tsx'
import { CollectingContext } from './collecting.ts'
import { ErrorSummary } from './error-summary.tsx'
import { fieldId } from './field-id.ts'
import css from './form.module.css'
import { Listen } from './listen.tsx'
import { PageElements } from './page-elements.tsx'
import { problemsOf, type QuestionProblem, type ShownPage } from './paging.ts'
import { problemMessage } from './problem-message.ts'
import { useMarks, useRemarks } from './remarks.ts'
import { sectionBegun, sectionOf } from './section-begun.ts'
import { PageHeading, SectionHeading, sectionTextId } from './section-heading.tsx'
import { useWords } from './words.ts'

export interface QuestionStepProps {
  readonly filling: Filling
  readonly definition: Definition
  readonly elements: ReadonlyMap<string, Element>
  /** What stands on this page of the survey, asked or not, as the survey has it. */
  readonly standing: readonly Element[]
  readonly language: string
  readonly seed: string
  readonly pages: readonly ShownPage[]
  readonly index: number
  /** Sent back by the check: what is wrong is told at once. */
  readonly isTried: boolean
  readonly onAnswered: () => void
  readonly onBack: () => void
  readonly onContinue: () => void
  /** Puts an interview away half way. */
  readonly onLeave: () => void
}

const noProblems: readonly QuestionProblem[] = []

/** One page of questions, with Back above and Continue below. Problems are told on Continue, not before. */
export const QuestionStep = (props: QuestionStepProps) => {
  const { filling, definition, elements, standing, language, seed, pages, index, isTried, onBack, onContinue } = props
  const words = useWords()
  const { say } = words
  const isInterview = useRemarks() !== null
  const marks = useMarks()
  const page = pages[index]
  const name = page?.name ?? ''
  const [tried, setTried] = useState(isTried ? { page: name, count: 1 } : { page: '', count: 0 })
  const found = page === undefined || tried.page !== name ? noProblems : problemsOf(page.questions, filling, marks)
  const asked = useMemo(() => new Set(page?.questions.map((question) => question.name)), [page])
  const worded = useMemo(() => standing.map((one) => elements.get(one.name) ?? one), [standing, elements])
  // By what may come to stand here: a heading must not come and go while somebody answers.
  const isAlone = standing.length <= 1
  const begun = sectionBegun(definition, pages, index, language)
  const section = sectionOf(definition, page)?.title
  const heading = textIn(section, language) === '' ? definition.title : section
  const first = page?.questions[0]
  const title = `${found.length > 0 ? `${say('error')} ` : ''}${isAlone ? textIn(first?.title, language) : textIn(heading, language)}`
  useScreen(`${title} – ${textIn(definition.title, language)}`, page === undefined ? null : name)

  const answer = useSteady((question: string, value: Json | undefined) => {
    filling.answer(question, value)
    props.onAnswered()
  })

  const describedAbove = isAlone && begun !== null ? sectionTextId : null
  const collecting = useMemo(
    () => ({
      filling,
      elements,
      language,
      seed,
      describedAbove,
      problems: new Map(found.map(({ item, problem }) => [item, problem])),
      answer,
      answers: filling.typed,
      place: '',
    }),
    [filling, elements, language, seed, describedAbove, found, answer],
  )

  const isRouted = filling.knows === 'all-now'
  const pressedOn = useRef<string | null>(null)
  const carryOn = useSteady(() => {
    const hasProblems = problemsOf(page?.questions ?? [], filling, marks).length > 0
    // What a rule shows or hides on this page is known once the form is routed; so is which page comes next.
    if (!isRouted && (!hasProblems || standing.some(hasRule))) pressedOn.current = name
    else if (hasProblems) setTried({ page: name, count: tried.count + 1 })
    else onContinue()
  })
  useEffect(() => {
    if (isRouted && pressedOn.current === name) carryOn()
    if (isRouted) pressedOn.current = null
  }, [isRouted, name, carryOn])

  return (
    <CollectingContext value={collecting}>
      <button type="button" className={css.back} onClick={onBack}>
        {say('back')}
      </button>
      <ErrorSummary
        attempt={found.length > 0 ? tried.count : 0}
        problems={found.map((one) => ({ fieldId: fieldId(one.item), message: problemMessage(one, language, words) }))}
      />
      {index === 0 ? <AboutForm definition={definition} language={language} /> : null}
      <div className={css.progress}>
        <p>
          {/* A form that stands at its gate has one part so far: "1 of 1" would promise too little. */}
          {pages.length === 1 ? say('part', { now: 1 }) : say('partOf', { now: index + 1, of: pages.length })}
        </p>
        <Listen key={`${name} ${language}`} questions={page?.questions ?? []} answered={filling.revision()} />
      </div>
      {isAlone && begun !== null ? <SectionHeading section={begun} language={language} /> : null}
      {isAlone ? null : <PageHeading title={heading} description={begun?.description} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          carryOn()
        }}
      >
        <PageElements elements={worded} asked={asked} heading={isAlone ? 1 : 2} />
        <div className={button.row}>
          <button type="submit" className={button.primary}>
            {say(isInterview ? 'saveAndContinue' : 'carryOn')}
          </button>
          {isInterview ? (
            <button type="button" className={button.quiet} onClick={props.onLeave}>
              {say('saveAndLeave')}
            </button>
          ) : null}
        </div>
      </form>
    </CollectingContext>
  )
}

const hasRule = (element: Element): boolean => element.visibleIf !== undefined || innerOf(element).some(hasRule)

/** A function that stays the same at each drawing and does what the last drawing said. */
const useSteady = <Given extends readonly unknown[]>(act: (...given: Given) => void): ((...given: Given) => void) => {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given) => latest.current(...given), [])
}
