import { useEffect, useMemo, useState } from 'react'
import type { Filling } from '../../response/filling.ts'
import { pagedFor } from '../../response/paged-for.ts'
import type { WayIn } from '../../response/revision.ts'
import type { Definition } from '../../survey/definition.ts'
import { elementsByName } from '../../survey/questions.ts'
import { saidNo } from '../../response/consent.ts'
import { consentQuestion } from '../../survey/rule/consent-rule.ts'
import { CheckAnswers } from './check-answers.tsx'
import { formNow } from './answers-put-in.ts'
import { useFillingRevision } from './collecting.ts'
import { fieldId } from './field-id.ts'
import { focusField } from './focus-field.ts'
import { FormLanguage } from './form-language.tsx'
import { InterviewSections } from './interview-sections.tsx'
import { problemsOf, type ShownPage } from './paging.ts'
import { PictogramsContext } from './pictograms.ts'
import { QuestionStep } from './question-step.tsx'
import { useMarks } from './remarks.ts'
import { SaidNo } from './said-no.tsx'
import { useWords } from './words.ts'

/** Where in a form somebody stands: a page, from 0, or the check of all answers. */
export type Step = number | 'check'

interface FormProps {
  readonly filling: Filling
  readonly definition: Definition
  /** Decides how many questions stand on a page. */
  readonly way: WayIn
  readonly language: string
  readonly seed: string
  readonly step: Step
  readonly goTo: (step: Step | 'home') => void
  /** Something was answered, on that page. */
  readonly onAnswered: (page: number) => void
  readonly onSend: () => void
  readonly sending: boolean
}

/** A question that somebody came back to from the check; `isBroken` where its answer can't be sent as it is. */
interface Changing {
  readonly question: string
  readonly isBroken: boolean
}

/** A form on the screen: its questions, a page at a time, then what was answered, to check. */
export const Form = (props: FormProps) => (
  <FormLanguage definition={props.definition} language={props.language}>
    <PictogramsContext value={props.way === 'family'}>
      <Steps {...props} />
    </PictogramsContext>
  </FormLanguage>
)

const Steps = ({
  filling,
  definition: written,
  way,
  language,
  seed,
  step,
  goTo,
  onAnswered,
  onSend,
  sending,
}: FormProps) => {
  const { day } = useWords()
  useFillingRevision(filling)
  const named = useMemo(() => elementsByName(written), [written])
  const paged = useMemo(() => new Map(pagedFor(written, way).pages.map((page) => [page.name, page])), [written, way])
  const { definition, elements, pages } = formNow(filling, written, named, language, day)
  const marks = useMarks()
  const [checking, setChecking] = useState(false)
  const [changing, setChanging] = useState<Changing | null>(null)
  const last = pages.length - 1

  useEffect(() => {
    // After the screen has its own focus: the question to change may stand far below the heading.
    if (changing !== null && step !== 'check') focusField(fieldId(changing.question))
  }, [changing, step])

  const jump = (to: Step | 'home'): void => {
    setChecking(false)
    setChanging(null)
    goTo(to)
  }
  const list = (
    <InterviewSections
      filling={filling}
      definition={definition}
      pages={pages}
      language={language}
      step={step === 'check' ? step : Math.min(step, last)}
      goTo={jump}
    />
  )

  const refused = saidNo(written, filling.typed())
  if (step === 'check' && refused) {
    return (
      <SaidNo
        definition={definition}
        language={language}
        onBack={() => jump(pageOfConsent(written, pages))}
        onSend={onSend}
        sending={sending}
      />
    )
  }

  if (step === 'check') {
    const change = (page: number, question: string, isBroken = false): void => {
      setChecking(true)
      setChanging({ question, isBroken })
      goTo(page)
    }
    const send = (): void => {
      for (const [index, { questions }] of pages.entries()) {
        const [broken] = problemsOf(questions, filling, marks)
        if (broken !== undefined) return change(index, broken.entry?.group.name ?? broken.question.name, true)
      }
      onSend()
    }
    return (
      <>
        {list}
        <CheckAnswers
          definition={definition}
          typed={filling.typed()}
          askedInEntries={filling.askedInEntries}
          language={language}
          pages={pages}
          onBack={() => jump(last)}
          onChange={change}
          onSend={send}
          sending={sending}
        />
      </>
    )
  }

  const index = Math.min(step, last)
  return (
    <>
      {list}
      <QuestionStep
        filling={filling}
        definition={definition}
        elements={elements}
        standing={paged.get(pages[index]?.name ?? '')?.elements ?? []}
        language={language}
        seed={seed}
        pages={pages}
        index={index}
        isTried={changing?.isBroken ?? false}
        onAnswered={() => onAnswered(index)}
        onBack={() => (checking ? goTo('check') : jump(index === 0 ? 'home' : index - 1))}
        onContinue={() => jump(checking || refused || index === last ? 'check' : index + 1)}
        onLeave={() => jump('home')}
      />
    </>
  )
}

const pageOfConsent = (definition: Definition, pages: readonly ShownPage[]): number => {
  const consent = consentQuestion(definition)
  return Math.max(
    0,
    pages.findIndex(({ questions }) => questions.some(({ name }) => name === consent)),
  )
}
