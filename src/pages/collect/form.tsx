import { useMemo, useState } from 'react'
import type { Filling } from '../../response/filling.ts'
import { pagedFor } from '../../response/paged-for.ts'
import type { WayIn } from '../../response/revision.ts'
import type { Definition } from '../../survey/definition.ts'
import { elementsByName } from '../../survey/questions.ts'
import { CheckAnswers } from './check-answers.tsx'
import { formNow } from './answers-put-in.ts'
import { useFillingRevision } from './collecting.ts'
import { FormLanguage } from './form-language.tsx'
import { problemsOf } from './paging.ts'
import { QuestionStep } from './question-step.tsx'
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

/** A form on the screen: its questions, a page at a time, then what was answered, to check. */
export const Form = (props: FormProps) => (
  <FormLanguage definition={props.definition} language={props.language}>
    <Steps {...props} />
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
  const [checking, setChecking] = useState(false)
  const last = pages.length - 1

  if (step === 'check') {
    const change = (page: number): void => {
      setChecking(true)
      goTo(page)
    }
    const send = (): void => {
      const broken = pages.findIndex((page) => problemsOf(page.questions, filling.typed()).length > 0)
      if (broken < 0) onSend()
      else change(broken)
    }
    return (
      <CheckAnswers
        definition={definition}
        typed={filling.typed()}
        language={language}
        pages={pages}
        onBack={() => goTo(last)}
        onChange={change}
        onSend={send}
        sending={sending}
      />
    )
  }

  const index = Math.min(step, last)
  return (
    <QuestionStep
      filling={filling}
      definition={definition}
      elements={elements}
      standing={paged.get(pages[index]?.name ?? '')?.elements ?? []}
      language={language}
      seed={seed}
      pages={pages}
      index={index}
      onAnswered={() => onAnswered(index)}
      onBack={() => goTo(checking ? 'check' : index === 0 ? 'home' : index - 1)}
      onContinue={() => {
        setChecking(false)
        goTo(checking || index === last ? 'check' : index + 1)
      }}
    />
  )
}
