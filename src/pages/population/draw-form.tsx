import { useId, useState } from 'react'
import { allocationInWords } from '../../export/draw-text.ts'
import type { Allocation } from '../../population/draw.ts'
import type { Ledger } from '../../population/ledger.ts'
import { headingsOf } from '../../population/member.ts'
import { sampleSize } from '../../population/sample-size.ts'
import button from '../styles/button.module.css'
import css from './population.module.css'
import type { Act } from './use-ledger.ts'

interface DrawFormProps {
  readonly ledger: Ledger
  readonly act: Act
}

/** Everybody, or some of them at random: with the record that anyone can draw again by. */
export const DrawForm = ({ ledger, act }: DrawFormProps) => {
  const id = useId()
  const { draw, recipients } = ledger
  const [seed, setSeed] = useState('')
  const [n, setN] = useState('')
  const [kind, setKind] = useState<'simple' | 'proportional' | 'equal'>('simple')
  const headings = headingsOf(recipients)
  const [by, setBy] = useState(headings[0] ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (asked: object | null): Promise<void> => {
    const done = await act('draw', { draw: asked })
    setProblem(done.ok ? null : done.reason)
  }
  const allocation: Allocation = kind === 'simple' ? { kind } : { kind, by }
  return (
    <details className={css.part}>
      <summary>
        <h2>{draw === null ? 'All of them are asked' : `${draw.n} were drawn at random`}</h2>
      </summary>
      <p>{sampleSize(recipients.length, 0.05).words}</p>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {draw === null ? (
        <div className={css.fields}>
          <label htmlFor={`${id}-n`}>How many to draw</label>
          <input
            id={`${id}-n`}
            className={css.short}
            inputMode="numeric"
            value={n}
            onChange={(event) => setN(event.target.value)}
          />
          <label htmlFor={`${id}-seed`}>Seed: any word, written down before the draw</label>
          <input
            id={`${id}-seed`}
            className={css.field}
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
          />
          {headings.length === 0 ? null : (
            <>
              <label htmlFor={`${id}-kind`}>How</label>
              <select
                id={`${id}-kind`}
                className={css.field}
                value={kind}
                onChange={(event) => setKind(event.target.value as typeof kind)}
              >
                <option value="simple">From the whole list</option>
                <option value="proportional">From each group, in proportion to its size</option>
                <option value="equal">The same number from each group</option>
              </select>
              {kind === 'simple' ? null : (
                <>
                  <label htmlFor={`${id}-by`}>Groups</label>
                  <select
                    id={`${id}-by`}
                    className={css.field}
                    value={by}
                    onChange={(event) => setBy(event.target.value)}
                  >
                    {headings.map((heading) => (
                      <option key={heading}>{heading}</option>
                    ))}
                  </select>
                </>
              )}
            </>
          )}
          <button
            type="button"
            className={button.secondary}
            onClick={() =>
              /^\d{1,6}$/.test(n.trim())
                ? void run({ seed, n: Number(n), allocation })
                : setProblem('How many to draw: write a whole number, like 15.')
            }
          >
            Draw
          </button>
        </div>
      ) : (
        <>
          <p>
            {draw.n} of {recipients.length}, {allocationInWords(draw.allocation)}.
          </p>
          {draw.strata.map(({ stratum, size, drawn, reserves }) => (
            <section key={stratum}>
              {draw.allocation.kind === 'simple' ? null : (
                <h3>
                  {stratum || 'No group'}: {drawn.length} of {size}
                </h3>
              )}
              <ol>
                {drawn.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ol>
              {reserves.length === 0 ? null : <p className={css.quiet}>Reserves, in order: {reserves.join(', ')}</p>}
            </section>
          ))}
          <p className={css.record}>
            Seed: {draw.seed}. SHA-256 of the list: {draw.listSha256}. {draw.method}
          </p>
          <p className={button.row}>
            <button type="button" className={button.secondary} onClick={() => window.print()}>
              Print this record
            </button>
            <button type="button" className={button.quiet} onClick={() => void run(null)}>
              Ask all of them instead
            </button>
          </p>
        </>
      )}
    </details>
  )
}
