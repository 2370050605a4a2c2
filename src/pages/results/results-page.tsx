import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { readLayouts } from '../../device/kept-layouts.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { hasExample } from '../app/shipped-surveys.ts'
import { dayAndTime } from '../frame/dates.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { type Choices, readChoices, writeChoices } from './choices.ts'
import { EachTable } from './each-table.tsx'
import { FreezeSection } from './freeze-section.tsx'
import type { ResultsOf } from './load-returns.ts'
import { NearlySameWarning } from './nearly-same.tsx'
import { NotShown } from './not-shown.tsx'
import type { ShownResults } from './results-messages.ts'
import css from './results.module.css'
import { ShownForm } from './shown-form.tsx'
import { useResults } from './use-results.ts'

interface ResultsPageProps {
  readonly survey: string
  readonly source: ResultsOf['source']
}

/** The tables of one survey, counted on this device. What is shown of them stands in the address. */
export const ResultsPage = ({ survey, source }: ResultsPageProps) => {
  const of = useMemo((): ResultsOf => ({ survey: survey as SurveyId, source }), [survey, source])
  const layouts = useQuery(readLayouts, of.survey)
  // How tables are laid out is kept on this device and goes with the choices, but not into the address.
  const choices = writeChoices({ ...readChoices(useSearch()), layouts: layouts ?? {} })
  const results = useResults(of, choices)
  const { state } = results
  const heading = source === 'example' ? 'Example with results' : 'Results'
  const title = state.kind === 'shown' ? state.shown.title : ''
  useScreen(title === '' ? heading : `${heading} – ${title}`, `${survey}/${source}`)
  return (
    <>
      <h1 tabIndex={-1}>
        {title === '' ? null : <span className={css.survey}>{title}</span>}
        {heading}
      </h1>
      {state.kind === 'shown' ? null : <NotShown state={state} stop={results.stop} again={results.again} />}
      {state.kind !== 'shown' ? null : state.shown.returned === 0 ? (
        <NoReturns survey={of.survey} />
      ) : (
        <Tables shown={state.shown} of={of} freeze={results.freeze} told={state.frozen} />
      )}
    </>
  )
}

interface TablesProps {
  readonly shown: ShownResults
  readonly of: ResultsOf
  readonly freeze: () => void
  readonly told: string
}

const Tables = ({ shown, of, freeze, told }: TablesProps) => {
  const [path, navigate] = useLocation()
  const choices = readChoices(useSearch())
  const { made } = shown
  const change = (changed: Partial<Choices>): void => {
    const query = writeChoices({ ...choices, ...changed })
    navigate(query === '' ? path : `${path}?${query}`, { replace: true })
  }
  const isAny = made.shown.some((one) => one.made.ok)
  const isPercent = made.shown.some((one) => one.made.ok && one.made.table.shows?.percent === true)
  return (
    <>
      <Counted
        shown={shown}
        of={of}
        isAskedKnown={(choices.asked !== '' || shown.population !== null) && made.askedProblem === null}
      />
      <ShownForm
        choices={choices}
        change={change}
        toSortBy={shown.toSortBy}
        toChooseBy={shown.toChooseBy}
        units={shown.units}
        policy={made.policy}
        askedProblem={made.askedProblem}
        isPercent={choices.percent ?? isPercent}
        weightProblem={made.weightProblem}
      />
      {made.refusals.map((reason) => (
        <p key={reason} className={css.warning}>
          {reason}
        </p>
      ))}
      <NearlySameWarning alike={shown.alike} />
      <EachTable
        made={made}
        survey={of.survey}
        fileName={`${of.survey}${suffix[of.source]}`}
        choices={choices}
        change={change}
      />
      {of.source === 'example' ? null : (
        <FreezeSection survey={of.survey} frozen={shown.frozen} freeze={isAny ? freeze : null} told={told} />
      )}
      {shown.untabled.length === 0 ? null : (
        <details>
          <summary>Questions without a table</summary>
          <ul>
            {shown.untabled.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const suffix: { readonly [S in ResultsOf['source']]: string } = { returns: '', example: '-example' }

interface CountedProps {
  readonly shown: ShownResults
  readonly of: ResultsOf
  readonly isAskedKnown: boolean
}

const Counted = ({ shown, of, isAskedKnown }: CountedProps) => {
  const { clock } = useDevice()
  const { lastReturn, returned, made } = shown
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
        {of.source === 'returns' && !isAskedKnown
          ? 'How many were asked is not recorded, so there is no response rate.'
          : ''}
      </p>
      <p className="screen-only">
        <Link href={`/results/${of.survey}/codebook`}>Codebook and data set</Link>
      </p>
      {made.where === null ? null : <output className={css.where}>Shown: only returns where {made.where}.</output>}
    </>
  )
}

const NoReturns = ({ survey }: { readonly survey: SurveyId }) => (
  <>
    <p>The tables will be here once the first form is returned. Every row will sum to the number of returns.</p>
    <p>
      <Link href={`/results/${survey}/codebook`}>Codebook</Link>
    </p>
    {hasExample(survey) ? (
      <p>
        <Link href={`/results/${survey}/example`} className={button.primary}>
          See an example with results
        </Link>
      </p>
    ) : null}
  </>
)
