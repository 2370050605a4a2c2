import { useMemo } from 'react'
import { Link } from 'wouter'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { hasExample } from '../app/shipped-surveys.ts'
import { useQuery } from '../app/use-readable.ts'
import { dayAndTime } from '../frame/dates.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { loadResults, type Results, type ResultsOf } from './load-results.ts'
import css from './results.module.css'
import { TableFigure } from './table-figure.tsx'

interface ResultsPageProps {
  readonly survey: string
  readonly source: ResultsOf['source']
}

/** The tables of one survey, counted on this device. */
export const ResultsPage = ({ survey, source }: ResultsPageProps) => {
  const of = useMemo((): ResultsOf => ({ survey: survey as SurveyId, source }), [survey, source])
  const results = useQuery(loadResults, of)
  const heading = source === 'example' ? 'Example with results' : 'Results'
  const title = results?.ok ? results.title : ''
  useScreen(title === '' ? heading : `${heading} – ${title}`, `${survey}/${source}`)
  return (
    <>
      <h1 tabIndex={-1}>
        {title === '' ? null : <span className={css.survey}>{title}</span>}
        {heading}
      </h1>
      {results === null ? <p>Counting</p> : <Tables results={results} of={of} />}
    </>
  )
}

const Tables = ({ results, of }: { readonly results: Results; readonly of: ResultsOf }) => {
  if (!results.ok) return <p>{results.reason}</p>
  if (results.returned === 0) return <NoReturns survey={of.survey} />
  return (
    <>
      <Counted results={results} of={of} />
      {results.tables.map(({ question, table }) => (
        <TableFigure key={question} table={table} fileName={`${of.survey}-${question}${suffix[of.source]}`} />
      ))}
      {results.untabled.length === 0 ? null : (
        <details>
          <summary>Questions without a table</summary>
          <ul>
            {results.untabled.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const suffix: { readonly [S in ResultsOf['source']]: string } = { returns: '', example: '-example' }

const Counted = ({ results, of }: { readonly results: Extract<Results, { ok: true }>; readonly of: ResultsOf }) => {
  const { clock } = useDevice()
  const { returned, lastReturn } = results
  return (
    <>
      {of.source === 'example' ? (
        <p className={css.invented}>
          <strong>Invented returns.</strong> They show what the tables look like. Nobody gave these answers.{' '}
          <Link href={`/results/${of.survey}`}>See the real returns</Link>
        </p>
      ) : null}
      <p className={css.key}>
        <strong>{returned}</strong> {returned === 1 ? 'return' : 'returns'} counted
        {lastReturn === null ? '' : `, the last filled in ${dayAndTime(new Date(lastReturn), clock())}`}.{' '}
        {of.source === 'returns' ? 'How many were asked is not recorded, so there is no response rate.' : ''}
      </p>
    </>
  )
}

const NoReturns = ({ survey }: { readonly survey: SurveyId }) => (
  <>
    <p>The tables will be here once the first form is returned. Every row will sum to the number of returns.</p>
    {hasExample(survey) ? (
      <p>
        <Link href={`/results/${survey}/example`} className={button.primary}>
          See an example with results
        </Link>
      </p>
    ) : null}
  </>
)
