import { useMemo } from 'react'
import { Link } from 'wouter'
import { readFrozen } from '../../device/frozen.ts'
import { referenceOf } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { policyInWords } from '../../tabulation/disclosure/policy.ts'
import type { FrozenTables } from '../../tabulation/frozen.ts'
import { useQuery } from '../app/use-readable.ts'
import { localDayOf } from '../frame/dates.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ExcelButton } from './excel-button.tsx'
import type { ResultsOf } from './load-returns.ts'
import type { Since as SinceThen } from './results-messages.ts'
import css from './results.module.css'
import { sinceInWords, whatInWords } from './since-words.ts'
import { TableFigure } from './table-figure.tsx'
import { useResults } from './use-results.ts'
import { WordButton } from './word-button.tsx'

/** Tables as they were frozen, and what came or changed since. */
export const FrozenPage = ({ survey, id }: { readonly survey: string; readonly id: string }) => {
  const frozen = useQuery(readFrozen, id)
  const of = useMemo((): ResultsOf => ({ survey: survey as SurveyId, source: 'returns' }), [survey])
  const { state } = useResults(of, frozen?.choices ?? '')
  const title = frozen?.tables[0]?.survey ?? ''
  const heading =
    frozen === null || frozen === undefined ? 'Frozen tables' : `Frozen ${localDayOf(new Date(frozen.at))}`
  useScreen(title === '' ? heading : `${heading} – ${title}`, `${survey}/frozen/${id}`)
  const since = state.kind === 'shown' ? state.shown.frozen.find((one) => one.id === id)?.since : undefined
  return (
    <>
      <h1 tabIndex={-1}>
        {title === '' ? null : <span className={css.survey}>{title}</span>}
        {heading}
      </h1>
      <p className="screen-only">
        <Link href={`/results/${survey}`}>Results as they are now</Link>
      </p>
      {frozen === undefined ? <p>This device does not have these tables.</p> : null}
      {frozen ? <Kept frozen={frozen} since={since ?? null} /> : null}
    </>
  )
}

const Kept = ({ frozen, since }: { readonly frozen: FrozenTables; readonly since: SinceThen | null }) => {
  const { survey, at, policy, where, data, counted, tables } = frozen
  const fileName = `${survey}-frozen-${at.slice(0, 10)}`
  return (
    <>
      <p className={css.reading}>
        <strong>{counted.length}</strong> {counted.length === 1 ? 'return' : 'returns'} counted
        {where === null ? '' : `, only where ${where}`}. {policyInWords(policy) ?? 'Nothing is hidden.'} Data{' '}
        {data.slice(0, 12)}.
      </p>
      {since === null ? null : <Since since={since} />}
      <div className={`${button.row} ${css.all}`}>
        <ExcelButton tables={tables} fileName={fileName} words="Download all tables as Excel" about={null} />
        <WordButton tables={tables} fileName={fileName} words="Download all tables as Word" about={null} />
      </div>
      {tables.map((table, at) => (
        <TableFigure
          key={`table ${String(at)}`}
          table={table}
          fileName={`${fileName}-${at + 1}`}
          isRounded={policy === 'round5'}
        />
      ))}
    </>
  )
}

const Since = ({ since }: { readonly since: SinceThen }) => {
  const words = sinceInWords(since)
  if (words === null) return <p className="screen-only">Nothing came or changed since.</p>
  const { came, changed, gone } = since.counts
  const unnamed = came + changed + gone - since.named.length
  return (
    <details className={`${css.could} screen-only`}>
      <summary>What changed since: {words}</summary>
      <p>None of it is in these tables.</p>
      <ul>
        {since.named.map(({ response, what }) => (
          <li key={response}>
            {referenceOf(response)}: {whatInWords[what]}
          </li>
        ))}
      </ul>
      {unnamed > 0 ? <p>And {unnamed} more.</p> : null}
    </details>
  )
}
