import { Link } from 'wouter'
import { countReturned } from '../../device/count-returned.ts'
import type { Version } from '../../survey/version.ts'
import { forWhom } from '../../survey/audience.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { hasExample } from '../app/shipped-surveys.ts'
import { screenOnDemand } from '../app/screen-on-demand.tsx'
import { useQuery } from '../app/use-readable.ts'
import button from '../styles/button.module.css'
import css from './home.module.css'
import { More } from './more.tsx'

/** Comes when the card is opened further. */
const ManageSurvey = screenOnDemand(
  async () => (await import('./manage-survey.tsx')).ManageSurvey,
  () => null,
)

interface SurveyCardProps {
  readonly version: Version
  /** The one thing to do on this screen. */
  readonly primary: boolean
}

/** A survey: who it is for, how long it is, how many came back, and what can be done with it. */
export const SurveyCard = ({ version, primary }: SurveyCardProps) => {
  const returned = useQuery(countReturned, version.survey)
  const { definition } = version
  const title = textIn(definition.title)

  return (
    <li className={css.card}>
      <div>
        <h3>{title}</h3>
        <p className={css.facts}>
          <strong className={css.status}>Live</strong>, version {version.number}. {questionsOf(definition).length}{' '}
          questions, about {definition.proforma.minutes} minutes. {forWhom(definition)}
        </p>
        <p>{returned === null ? '' : returnedWords(returned)}</p>
      </div>
      <div className={button.row}>
        <Link href={`/begin/${version.survey}`} className={primary ? button.primary : button.secondary}>
          Fill in<span className="visually-hidden"> {title}</span>
        </Link>
        <Link href={`/results/${version.survey}`} className={css.action}>
          Results<span className="visually-hidden"> of {title}</span>
        </Link>
      </div>
      <More about={title}>
        <Link href={`/build/${version.survey}`} className={css.action}>
          Edit<span className="visually-hidden"> {title}</span>
        </Link>
        {hasExample(version.survey) ? (
          <Link href={`/results/${version.survey}/example`} className={css.action}>
            Example with results<span className="visually-hidden"> of {title}</span>
          </Link>
        ) : null}
        <ManageSurvey id={version.survey} title={title} isLive />
      </More>
    </li>
  )
}

const returnedWords = (count: number): string =>
  count === 0 ? 'No returns yet' : count === 1 ? '1 return so far' : `${count} returns so far`
