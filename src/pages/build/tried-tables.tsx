import { useMemo } from 'react'
import { Link } from 'wouter'
import type { EngineParts } from '../collect/engine-parts.ts'
import type { Definition } from '../../survey/definition.ts'
import { useScreen } from '../frame/use-screen.ts'
import { TableFigure } from '../results/table-figure.tsx'
import button from '../styles/button.module.css'
import { tablesOfOne } from './tables-of-one.ts'

interface TriedTablesProps {
  readonly definition: Definition
  readonly settled: ReturnType<EngineParts['settle']>
  readonly survey: string
  readonly startAgain: () => void
}

/** What the report would say if this were the one form that came back. */
export const TriedTables = ({ definition, settled, survey, startAgain }: TriedTablesProps) => {
  useScreen('What this answer gives', 'tried')
  const made = useMemo(() => tablesOfOne(definition, settled), [definition, settled])
  return (
    <>
      <h1 tabIndex={-1}>What this one answer gives</h1>
      <p>These are the tables if yours were the only form that came back. It was not kept.</p>
      <div className={button.row}>
        <Link href={`/build/${survey}`} className={button.primary}>
          Back to the questions
        </Link>
        <button type="button" className={button.secondary} onClick={startAgain}>
          Try it again
        </button>
      </div>
      {made.ok ? (
        <>
          {made.tables.length === 0 ? <p>No question in it makes a table: none has a list of answers.</p> : null}
          {made.tables.map(({ question, table }) => (
            <TableFigure key={question} table={table} fileName={`${survey}-${question}-tried`} isRounded={false} />
          ))}
          {made.untabled.length === 0 ? null : (
            <details>
              <summary>Questions without a table</summary>
              <ul>
                {made.untabled.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      ) : (
        <p role="alert">{made.reason}</p>
      )}
    </>
  )
}
