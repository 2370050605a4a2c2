import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { hasExample } from '../app/shipped-surveys.ts'
import { dayAndTime } from '../frame/dates.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { type Choices, readChoices, writeChoices } from './choices.ts'
import { ExcelButton } from './excel-button.tsx'
import { FreezeSection } from './freeze-section.tsx'
import type { ResultsOf } from './load-returns.ts'
import type { MadeTables, Shown } from './make-tables.ts'
import { NearlySameWarning } from './nearly-same.tsx'
import { NotShown } from './not-shown.tsx'
import type { ShownResults } from './results-messages.ts'
import css from './results.module.css'
import { ShownForm } from './shown-form.tsx'
import { TableFigure } from './table-figure.tsx'
import { useResults } from './use-results.ts'
import { WordButton } from './word-button.tsx'

interface ResultsPageProps {
  readonly survey: string
  readonly source: ResultsOf['source']
}

/** The tables of one survey, counted on this device. What is shown of them stands in the address. */
export const ResultsPage = ({ survey, source }: ResultsPageProps) => {
  const of = useMemo((): ResultsOf => ({ survey: survey as SurveyId, source }), [survey, source])
  const choices = writeChoices(readChoices(useSearch()))
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
      />
      {made.refusals.map((reason) => (
        <p key={reason} className={css.warning}>
          {reason}
        </p>
      ))}
      <NearlySameWarning alike={shown.alike} />
      <EachTable made={made} fileName={`${of.survey}${suffix[of.source]}`} />
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

/** Where no table can be shown, and for one reason, it is said once. */
const EachTable = ({ made, fileName }: { readonly made: MadeTables; readonly fileName: string }) => {
  const reasons = new Set(made.shown.map((one) => (one.made.ok ? '' : one.made.reason)))
  const [reason] = reasons
  if (reasons.size === 1 && reason !== undefined && reason !== '') return <p className={css.refused}>{reason}</p>
  const tables = made.shown.flatMap((one) => (one.made.ok ? [one.made.table] : []))
  return (
    <>
      <div className={`${button.row} ${css.all}`}>
        <ExcelButton tables={tables} fileName={fileName} words="Download all tables as Excel" about={null} />
        <WordButton tables={tables} fileName={fileName} words="Download all tables as Word" about={null} />
      </div>
      {made.shown.map((one) => (
        <OneTable
          key={one.question}
          shown={one}
          fileName={`${fileName}-${one.question}`}
          isRounded={made.policy === 'round5'}
        />
      ))}
    </>
  )
}

interface OneTableProps {
  readonly shown: Shown
  readonly fileName: string
  readonly isRounded: boolean
}

const OneTable = ({ shown: { title, made }, fileName, isRounded }: OneTableProps) =>
  made.ok ? (
    <TableFigure table={made.table} fileName={fileName} isRounded={isRounded} />
  ) : (
    <section className={css.figure}>
      <h2>{title}</h2>
      <p>{made.reason}</p>
    </section>
  )

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
