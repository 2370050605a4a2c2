import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { startDraft } from '../../device/drafts.ts'
import { handOver } from '../../device/hand-over.ts'
import { surveyStanding } from '../../device/list-designs.ts'
import type { ResponseId, WayIn } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { forWhom } from '../../survey/audience.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import type { Version } from '../../survey/version.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { prefetchForm } from '../collect/prefetch-form.ts'
import { useScreen } from '../frame/use-screen.ts'
import { whenIdle } from '../frame/when-idle.ts'
import button from '../styles/button.module.css'
import { BeforeHandOver, type Hindrances, readHindrances } from './before-hand-over.tsx'
import css from './begin.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { LanguageNotes } from './language-notes.tsx'
import { type OfferedWay, WaysIn } from './ways-in.tsx'

/** Before a form is begun: what it is, in which language, and who will hold the tablet. */
export const BeginPage = ({ survey }: { readonly survey: string }) => {
  const standing = useQuery(surveyStanding, survey as SurveyId)
  if (standing === null) return null
  return standing.state === 'live' && standing.version !== null ? (
    <BeginVersion key={standing.version.id} version={standing.version} />
  ) : (
    <NotLive />
  )
}

const BeginVersion = ({ version }: { readonly version: Version }) => {
  const { database, clock, newId } = useDevice()
  const [, navigate] = useLocation()
  const [language, setLanguage] = useState('default')
  const [problem, setProblem] = useState<string | null>(null)
  const [hindrances, setHindrances] = useState<Hindrances | null>(null)
  const { definition } = version
  const { proforma } = definition
  const title = textIn(definition.title)
  useScreen(`Begin: ${title}`, 'begin')

  // The form's large parts come while this is read.
  useEffect(() => whenIdle(() => void prefetchForm()), [])

  const start = async (way: WayIn): Promise<ResponseId | null> => {
    const form = { survey: version.survey, version: version.id, way, language } as const
    const started = await startDraft(database, form, clock, newId)
    setProblem(started.ok ? null : started.reason)
    return started.ok ? started.kept.draft.response : null
  }

  /** Once the lock is written, this page ends: what follows is a cover, on a fresh one. */
  const handToFamily = async (confirmed: boolean): Promise<void> => {
    const found = await readHindrances(database, confirmed)
    setHindrances(found)
    if (found !== null) return
    const response = await start('family')
    if (response === null) return
    const locked = await handOver(database, response, clock)
    if (!locked.ok) setProblem(locked.reason)
  }

  const choose = async (way: OfferedWay): Promise<void> => {
    if (way === 'family') return handToFamily(false)
    const response = await start(way)
    if (response !== null) navigate(`/collect/${response}/1`)
  }

  return (
    <div className={css.begin}>
      <h1 tabIndex={-1}>{title}</h1>
      <p>{textIn(definition.description)}</p>
      <p className={css.facts}>
        {questionsOf(definition).length} questions, about {proforma.minutes} minutes. {forWhom(definition)}
      </p>
      <details open={proforma.units === 'organisations'}>
        <summary>Who is asking, and what happens to the answers</summary>
        <p className={css.privacy}>{textIn(proforma.privacy)}</p>
      </details>
      <LanguageChoice definition={definition} chosen={language} choose={setLanguage} />
      <LanguageNotes definition={definition} language={language} />
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          A new form could not be started. {problem}
        </p>
      )}
      {hindrances === null ? (
        <WaysIn units={proforma.units} choose={(way) => void choose(way)} />
      ) : (
        <BeforeHandOver
          hindrances={hindrances}
          goOn={(confirmed) => void handToFamily(confirmed)}
          goBack={() => setHindrances(null)}
        />
      )}
    </div>
  )
}

const NotLive = () => {
  useScreen('This survey cannot be filled in', 'not-live')
  return (
    <>
      <h1 tabIndex={-1}>This survey cannot be filled in</h1>
      <p>It was closed, or it is not on this device.</p>
      <p>
        <Link href="/" className={button.primary}>
          Go to Home
        </Link>
      </p>
    </>
  )
}
