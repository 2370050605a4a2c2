import { useEffect, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { pagedFor } from '../../response/paged-for.ts'
import { publishable } from '../../survey/publishable.ts'
import { elementsByName } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { AttachmentKeeperContext, keepInMemory } from '../collect/attachment-keeper.ts'
import { type EngineParts, loadEngineParts } from '../collect/engine-parts.ts'
import { Form, type Step } from '../collect/form.tsx'
import { shownPages } from '../collect/paging.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import action from './action.module.css'
import css from './try-view.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { useDesign } from './session-context.ts'
import { TriedTables } from './tried-tables.tsx'

/** The whole form, run from its start as people will fill it in, and then what this one answer makes of the tables. */
export const TryView = ({ survey }: { readonly survey: string }) => {
  const { definition } = useDesign()
  const [parts, setParts] = useState<EngineParts | 'missing' | null>(null)
  const [language, setLanguage] = useState('default')
  const [run, setRun] = useState(0)

  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const loaded = await loadEngineParts().catch(() => 'missing' as const)
      if (current) setParts(loaded)
    }
    void load()
    return () => {
      current = false
    }
  }, [])

  return (
    <>
      <div className={css.tryBar}>
        <Link href={`/build/${survey}`} className={action.action}>
          Back to the questions
        </Link>
        <span>You are trying ‘{textIn(definition.title)}’. Nothing is kept and nothing is sent.</span>
        <LanguageChoice
          languages={definition.proforma.languages ?? []}
          value={language}
          onChange={(picked) => setLanguage(picked)}
        />
        <button type="button" className={button.quiet} onClick={() => setRun(run + 1)}>
          Start again
        </button>
      </div>
      {parts === null ? null : parts === 'missing' ? (
        <CannotTry />
      ) : (
        <Run key={run} survey={survey} parts={parts} language={language} startAgain={() => setRun(run + 1)} />
      )}
    </>
  )
}

const CannotTry = () => {
  useScreen('Try it', 'cannot-try')
  return (
    <>
      <h1 tabIndex={-1}>This form cannot be tried now</h1>
      <p>A part of the app is not on this device yet. Open it once with a network.</p>
    </>
  )
}

interface RunProps {
  readonly survey: string
  readonly parts: EngineParts
  readonly language: string
  readonly startAgain: () => void
}

const Run = ({ survey, parts, language, startAgain }: RunProps) => {
  const { definition: draft } = useDesign()
  const [, navigate] = useLocation()
  const [step, setStep] = useState<Step | 'sent'>(0)
  const [keeper] = useState(keepInMemory)
  const definition = useMemo(() => publishable(draft), [draft])
  const filling = useMemo(() => parts.openFilling(pagedFor(definition, 'family'), {}), [parts, definition])

  if (step === 'sent')
    return (
      <TriedTables
        definition={definition}
        settled={parts.settle(definition, filling.typed())}
        survey={survey}
        startAgain={startAgain}
      />
    )
  if (shownPages(filling, elementsByName(definition)).length === 0) return <NothingToTry />
  return (
    <div className={css.trySheet}>
      <AttachmentKeeperContext value={keeper}>
        <Form
          filling={filling}
          definition={definition}
          way="family"
          language={language}
          seed="try"
          step={step}
          goTo={(to) => (to === 'home' ? navigate(`/build/${survey}`) : setStep(to))}
          onAnswered={() => undefined}
          onSend={() => setStep('sent')}
          sending={false}
        />
      </AttachmentKeeperContext>
    </div>
  )
}

const NothingToTry = () => {
  useScreen('Try it', 'nothing-to-try')
  return (
    <>
      <h1 tabIndex={-1}>There is nothing to try yet</h1>
      <p>Add a question first.</p>
    </>
  )
}
