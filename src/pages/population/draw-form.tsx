import { useId, useState } from 'react'
import { allocationInWords } from '../../export/draw-text.ts'
import type { Allocation } from '../../population/draw.ts'
import type { Ledger } from '../../population/ledger.ts'
import { headingsOf, stratumOf } from '../../population/member.ts'
import { sampleSize } from '../../population/sample-size.ts'
import { localDayOf } from '../frame/dates.ts'
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
  const { draw } = ledger
  const recipients = ledger.recipients.filter(({ open }) => !open)
  const [seed, setSeed] = useState('')
  const [n, setN] = useState('')
  const [kind, setKind] = useState<Allocation['kind']>('simple')
  const [numbers, setNumbers] = useState<{ readonly [stratum: string]: string }>({})
  const headings = headingsOf(recipients)
  const [by, setBy] = useState(headings[0] ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (asked: object | null): Promise<void> => {
    const done = await act('draw', { draw: asked })
    setProblem(done.ok ? null : done.reason)
  }
  const groups = Map.groupBy(recipients, (one) => stratumOf(one, by))
  const sizes = [...groups].map(([stratum, ones]) => ({ stratum, size: ones.length }))
  const drawNow = (): void => {
    const typed: readonly (readonly [string, string])[] =
      kind === 'by-hand' ? Object.entries(numbers).filter(([, number]) => number.trim() !== '') : [['', n]]
    if (typed.length === 0 || typed.some(([, number]) => !/^\d{1,6}$/.test(number.trim())))
      return setProblem('How many to draw: write a whole number, like 15.')
    const byHand = Object.fromEntries(typed.map(([stratum, number]) => [stratum, Number(number)] as const))
    const allocation: Allocation =
      kind === 'simple' ? { kind } : kind === 'by-hand' ? { kind, by, numbers: byHand } : { kind, by }
    const total = Object.values(byHand).reduce((sum, number) => sum + number, 0)
    return void run({ seed, n: total, allocation })
  }
  return (
    <details className={css.part}>
      <summary>
        <h2>{draw === null ? 'All of them are asked' : `${draw.n} drawn at random`}</h2>
      </summary>
      <p>{sampleSize(recipients.length, 0.05).words}</p>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {draw === null ? (
        <div className={css.fields}>
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
                <option value="by-hand">From each group as many as I say</option>
              </select>
              {kind === 'simple' ? null : (
                <>
                  <label htmlFor={`${id}-by`}>Groups</label>
                  <select
                    id={`${id}-by`}
                    className={css.field}
                    value={by}
                    onChange={(event) => (setNumbers({}), setBy(event.target.value))}
                  >
                    {headings.map((heading) => (
                      <option key={heading}>{heading}</option>
                    ))}
                  </select>
                </>
              )}
            </>
          )}
          {kind === 'by-hand' ? (
            <fieldset className={css.choices}>
              <legend>How many to draw</legend>
              {sizes
                .toSorted((a, b) => (a.stratum < b.stratum ? -1 : 1))
                .map(({ stratum, size }) => (
                  <p key={stratum} className={css.byHand}>
                    <label htmlFor={`${id}-of-${stratum}`}>
                      {stratum || 'No group'}, of {size}
                    </label>
                    <input
                      id={`${id}-of-${stratum}`}
                      className={css.short}
                      inputMode="numeric"
                      value={numbers[stratum] ?? ''}
                      onChange={(event) => setNumbers({ ...numbers, [stratum]: event.target.value })}
                    />
                  </p>
                ))}
            </fieldset>
          ) : (
            <>
              <label htmlFor={`${id}-n`}>How many to draw</label>
              <input
                id={`${id}-n`}
                className={css.short}
                inputMode="numeric"
                value={n}
                onChange={(event) => setN(event.target.value)}
              />
            </>
          )}
          <button type="button" className={button.secondary} onClick={drawNow}>
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
            {draw.drawnAt === undefined ? '' : `Drawn on ${localDayOf(new Date(draw.drawnAt))}. `}
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
