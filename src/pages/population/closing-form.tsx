import { useId, useState } from 'react'
import type { Ledger } from '../../population/ledger.ts'
import button from '../styles/button.module.css'
import css from './population.module.css'
import type { Act } from './use-ledger.ts'

/** Until when returns count, and whether what was returned may be changed until then. */
export const ClosingForm = ({ ledger, act }: { readonly ledger: Ledger; readonly act: Act }) => {
  const id = useId()
  const [closes, setCloses] = useState(ledger.closes ?? '')
  const [mayAmend, setMayAmend] = useState(ledger.mayAmend)
  const [most, setMost] = useState(String(ledger.mostReturns))
  const [told, setTold] = useState('')
  const save = async (): Promise<void> => {
    const mostReturns = Number(most)
    if (!/^\d{1,5}$/.test(most.trim()) || mostReturns < 1)
      return setTold('Returns from each: write a whole number from 1.')
    const done = await act('settings', { closes: closes === '' ? null : closes, mayAmend, mostReturns })
    setTold(done.ok ? 'Saved.' : done.reason)
  }
  return (
    <details className={css.part}>
      <summary>
        <h2>{ledger.closes === null ? 'No closing date' : `Closes at the end of ${ledger.closes}`}</h2>
      </summary>
      <div className={css.fields}>
        <label htmlFor={id}>Last day</label>
        <input
          id={id}
          type="date"
          className={css.short}
          value={closes}
          onChange={(event) => setCloses(event.target.value)}
        />
        <label className={css.choice}>
          <input type="checkbox" checked={mayAmend} onChange={(event) => setMayAmend(event.target.checked)} />
          Answers may be changed until then
        </label>
        <label htmlFor={`${id}-most`}>Returns from each</label>
        <input
          id={`${id}-most`}
          className={css.short}
          inputMode="numeric"
          aria-describedby={`${id}-most-hint`}
          value={most}
          onChange={(event) => setMost(event.target.value)}
        />
        <p id={`${id}-most-hint`} className={css.quiet}>
          1, unless several people may answer by the same link. Then each return counts, and nobody sees another’s.
        </p>
        <button type="button" className={button.secondary} onClick={() => void save()}>
          Save
        </button>
        <output>{told}</output>
      </div>
    </details>
  )
}
