import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { startDraft } from '../../device/drafts.ts'
import { returnsOf } from '../../device/returns.ts'
import { currentReturns } from '../../response/current.ts'
import type { Version } from '../../survey/version.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import { hasExample } from '../app/shipped-surveys.ts'
import { useQuery } from '../app/use-readable.ts'
import button from '../styles/button.module.css'
import css from './home.module.css'
import { ManageSurvey } from './manage-survey.tsx'

interface SurveyCardProps {
  readonly version: Version
  /** The one thing to do on this screen. */
  readonly primary: boolean
}

/** A survey: who it is for, how long it is, how many came back, and what can be done with it. */
export const SurveyCard = ({ version, primary }: SurveyCardProps) => {
  const { database, clock, newId } = useDevice()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<string | null>(null)
  const returns = useQuery(returnsOf, version.survey)
  const { definition } = version
  const title = textIn(definition.title)

  const fillIn = async (): Promise<void> => {
    const form = { survey: version.survey, version: version.id, way: 'interviewer', language: 'default' } as const
    const started = await startDraft(database, form, clock, newId)
    if (started.ok) navigate(`/collect/${started.kept.draft.response}/1`)
    else setProblem(started.reason)
  }

  return (
    <li className={css.card}>
      <h3>{title}</h3>
      <p className={css.facts}>
        <strong className={css.status}>Live</strong>, version {version.number}. {questionsOf(definition).length}{' '}
        questions, about {definition.proforma.minutes} minutes. For {lowerFirst(definition.proforma.audience)}.
      </p>
      <p>{returns === null ? '' : returnedWords(currentReturns(returns).length)}</p>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          A new form could not be started. {problem}
        </p>
      )}
      <div className={button.row}>
        <button type="button" className={primary ? button.primary : button.secondary} onClick={() => void fillIn()}>
          Fill in<span className="visually-hidden"> {title}</span>
        </button>
        <Link href={`/results/${version.survey}`} className={css.action}>
          Results<span className="visually-hidden"> of {title}</span>
        </Link>
        <Link href={`/build/${version.survey}`} className={css.action}>
          Edit<span className="visually-hidden"> {title}</span>
        </Link>
        {hasExample(version.survey) ? (
          <Link href={`/results/${version.survey}/example`} className={css.action}>
            Example with results<span className="visually-hidden"> of {title}</span>
          </Link>
        ) : null}
        <ManageSurvey id={version.survey} title={title} isLive />
      </div>
    </li>
  )
}

/** Inside a sentence; an abbreviation keeps its capitals. */
const lowerFirst = (text: string): string => text.replace(/^[A-Z](?![A-Z])/, (first) => first.toLowerCase())

const returnedWords = (count: number): string =>
  count === 0 ? 'No returns yet' : count === 1 ? '1 return so far' : `${count} returns so far`
