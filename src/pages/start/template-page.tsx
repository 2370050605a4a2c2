import { useState } from 'react'
import { Link } from 'wouter'
import { listVersions } from '../../device/versions.ts'
import { liveVersions } from '../../survey/live-versions.ts'
import { copyOfSurvey } from '../../survey/new-survey.ts'
import { questionsOf } from '../../survey/questions.ts'
import { textIn } from '../../survey/text.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import { PreviewFrame } from '../preview/preview-frame.tsx'
import button from '../styles/button.module.css'
import css from './start.module.css'
import { useStartDesign } from './use-start-design.ts'

/** A template as people will fill it in, and its questions in a list, before it is used. */
export const TemplatePage = ({ survey }: { readonly survey: string }) => {
  const versions = useQuery(listVersions, undefined)
  const { start, problem } = useStartDesign()
  const [question, setQuestion] = useState<string | null>(null)
  const found = liveVersions(versions ?? []).find((version) => version.survey === survey)
  const title = textIn(found?.definition.title)
  useScreen(title === '' ? 'Template' : `Template – ${title}`, versions === null ? null : `template ${survey}`)
  if (versions === null) return null
  if (found === undefined)
    return (
      <>
        <p>
          <Link href="/new">Back</Link>
        </p>
        <h1 tabIndex={-1}>This template is not on this device</h1>
      </>
    )
  const { definition } = found
  return (
    <>
      <p>
        <Link href="/new">Back</Link>
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <p>{textIn(definition.description)}</p>
      <button
        type="button"
        className={button.primary}
        onClick={() => void start((own) => copyOfSurvey(definition, own, title))}
      >
        Use this template
      </button>
      <div className={css.template}>
        <section aria-labelledby="template-questions">
          <h2 id="template-questions" className={css.way}>
            {questionsOf(definition).length} questions
          </h2>
          <ol className={css.questions}>
            {questionsOf(definition).map((one) => (
              <li key={one.name}>
                <button
                  type="button"
                  className={css.question}
                  aria-current={question === one.name ? 'true' : undefined}
                  onClick={() => setQuestion(one.name)}
                >
                  {textIn(one.title)}
                </button>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="template-form" className={css.form}>
          <h2 id="template-form" className={css.way}>
            The form. Try it: nothing is kept
          </h2>
          <PreviewFrame definition={definition} language="default" question={question} width={375} />
        </section>
      </div>
    </>
  )
}
