import { startTransition, useEffect, useState } from 'react'
import type { Filling } from '../../response/filling.ts'
import { pagedFor } from '../../response/paged-for.ts'
import type { Definition } from '../../survey/definition.ts'
import { findElement, findPage } from '../../survey/edit/locate.ts'
import { groupAround } from '../../survey/inner-elements.ts'
import { elementsByName, questionsIn } from '../../survey/questions.ts'
import { AttachmentKeeperContext, keepInMemory } from '../collect/attachment-keeper.ts'
import { type EngineParts, loadEngineParts } from '../collect/engine-parts.ts'
import { Form, type Step } from '../collect/form.tsx'
import { shownPages } from '../collect/paging.ts'
import { openRemarks, RemarksContext } from '../collect/remarks.ts'
import button from '../styles/button.module.css'
import css from './preview.module.css'
import { type PreviewedWay, type PreviewReady, readPreviewMessage } from './preview-message.ts'
import { SurveyJsLook } from './surveyjs-look.tsx'

interface Previewed {
  readonly filling: Filling
  readonly definition: Definition
  readonly language: string
  readonly way: PreviewedWay
  readonly step: Step | 'sent'
  readonly look: 'ours' | 'surveyjs'
  /** The question that the builder has chosen, and that no page shows as things are answered. */
  readonly notShown: string | null
}

/** Shows what the builder sends, with the screens that collect. Answers are kept only as long as the frame is open. */
export const PreviewPage = () => {
  const [shown, setShown] = useState<Previewed | null>(null)
  const [keeper] = useState(keepInMemory)
  const [remarks] = useState(() => openRemarks({}))

  useEffect(() => {
    let parts: EngineParts | null = null
    let filling: Filling | null = null
    const listen = (event: MessageEvent): void => {
      if (event.source !== window.parent || event.origin !== location.origin || parts === null) return
      const message = readPreviewMessage(event.data)
      if (message?.kind !== 'proforma-preview') return
      // Opened anew for each change of the survey, with what was answered in the frame so far.
      filling = parts.openFilling(pagedFor(message.definition, message.way), filling?.typed() ?? {})
      const { definition, language, way, look } = message
      const opened = { filling, definition, language, way, look }
      const page = message.question === null ? null : pageOf(filling, message.definition, message.question)
      // The frame shares its thread with the builder: a letter typed meanwhile goes first.
      startTransition(() =>
        setShown((before) => ({
          ...opened,
          step: page ?? before?.step ?? 0,
          notShown: page === null ? message.question : null,
        })),
      )
    }
    const load = async (): Promise<void> => {
      parts = await loadEngineParts()
      window.parent.postMessage({ kind: 'proforma-preview-ready' } satisfies PreviewReady, location.origin)
    }
    window.addEventListener('message', listen)
    void load()
    return () => window.removeEventListener('message', listen)
  }, [])

  if (shown === null) return null
  if (shown.look === 'surveyjs') return <SurveyJsLook definition={shown.definition} language={shown.language} />
  const goTo = (step: Step | 'sent'): void => setShown({ ...shown, step, notShown: null })
  return (
    <main className={css.sheet}>
      {shown.notShown === null ? null : (
        <p className={css.note}>What is chosen is not asked with the answers given here.</p>
      )}
      <AttachmentKeeperContext value={keeper}>
        <RemarksContext value={shown.way === 'interviewer' ? remarks : null}>
          <Steps shown={shown} goTo={goTo} />
        </RemarksContext>
      </AttachmentKeeperContext>
    </main>
  )
}

/** The first page that asks of a question, group or section as things are answered; null where none does. */
const pageOf = (filling: Filling, definition: Definition, part: string): number | null => {
  const group = findPage(definition, part) ?? findElement(definition, part)
  const inPart = new Set(
    group !== undefined && 'elements' in group
      ? questionsIn(group).map(({ name }) => name)
      : [groupAround(definition, part)?.name ?? part],
  )
  const page = shownPages(filling, elementsByName(definition)).findIndex(({ questions }) =>
    questions.some(({ name }) => inPart.has(name)),
  )
  return page < 0 ? null : page
}

interface StepsProps {
  readonly shown: Previewed
  readonly goTo: (step: Step | 'sent') => void
}

const Steps = ({ shown, goTo }: StepsProps) => {
  const { filling, definition, language, way, step } = shown
  if (shownPages(filling, elementsByName(definition)).length === 0) return <p>The questions will be here.</p>
  if (step === 'sent')
    return (
      <>
        <h1 tabIndex={-1}>This is the end of the form</h1>
        <p>Nothing was kept and nothing was sent.</p>
        <button type="button" className={button.secondary} onClick={() => goTo(0)}>
          Start again
        </button>
      </>
    )
  return (
    <Form
      filling={filling}
      definition={definition}
      way={way}
      language={language}
      seed="preview"
      step={step}
      goTo={(to) => goTo(to === 'home' ? 0 : to)}
      onAnswered={() => undefined}
      onSend={() => goTo('sent')}
      sending={false}
    />
  )
}
