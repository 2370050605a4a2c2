import { Link } from 'wouter'
import { listVersions } from '../../device/versions.ts'
import type { Definition } from '../../survey/definition.ts'
import { newQuestion } from '../../survey/edit/new-question.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { liveVersions } from '../../survey/live-versions.ts'
import { copyOfSurvey, newSurvey } from '../../survey/new-survey.ts'
import { forWhom } from '../../survey/audience.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { hasExample } from '../app/shipped-surveys.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import home from '../home/home.module.css'
import button from '../styles/button.module.css'
import { OpenFile } from './open-file.tsx'
import css from './start.module.css'
import { useStartDesign } from './use-start-design.ts'

/** Four ways to begin, none of them a blank page. */
export const NewSurveyPage = () => {
  useScreen('New survey', 'new')
  const versions = useQuery(listVersions, undefined)
  const { start, problem } = useStartDesign()
  return (
    <>
      <h1 tabIndex={-1}>New survey</h1>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <div className={css.ways}>
        <section className={css.card}>
          <h2 className={css.way}>Paste a list of questions</h2>
          <p>From Word, a mail or a spreadsheet. You see what was read before anything is taken.</p>
          <Link href="/new/paste" className={button.primary}>
            Paste questions
          </Link>
        </section>
        <section className={css.card}>
          <h2 className={css.way}>Start with one question</h2>
          <p>Yes, no or not sure, to begin with. Add the next one under it.</p>
          <button type="button" className={button.secondary} onClick={() => void start(oneQuestion)}>
            Start with one question
          </button>
        </section>
        <section className={css.card}>
          <h2 className={css.way}>Open a file</h2>
          <p>A survey saved from Proforma or another SurveyJS tool. You see what could not be taken.</p>
          <OpenFile start={start} />
        </section>
      </div>
      <h2>Templates</h2>
      <ul className={css.templates}>
        {liveVersions(versions ?? []).map(({ id, survey, definition }) => (
          <li key={id} className={css.card}>
            <h3>{textIn(definition.title)}</h3>
            <p>{textIn(definition.description)}</p>
            <p className={home.facts}>
              {questionsOf(definition).length} questions, about {definition.proforma.minutes} minutes.{' '}
              {forWhom(definition)}
            </p>
            <div className={button.row}>
              <button
                type="button"
                className={button.secondary}
                onClick={() => void start((own) => copyOfSurvey(definition, own, textIn(definition.title)))}
              >
                Use this template<span className="visually-hidden">: {textIn(definition.title)}</span>
              </button>
              <Link href={`/new/template/${survey}`} className={home.action}>
                Preview<span className="visually-hidden"> of {textIn(definition.title)}</span>
              </Link>
              {hasExample(survey) ? (
                <Link href={`/results/${survey}/example`} className={home.action}>
                  Example with results<span className="visually-hidden"> of {textIn(definition.title)}</span>
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

const oneQuestion = (id: SurveyId): Definition =>
  newSurvey(id, 'My survey', [newQuestion('yes-no-not-sure', 'question_1', '')])
