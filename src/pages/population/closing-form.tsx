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
  const [told, setTold] = useState('')
  const save = async (): Promise<void> => {
    const done = await act('settings', { closes: closes === '' ? null : closes, mayAmend })
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
        <button type="button" className={button.secondary} onClick={() => void save()}>
          Save
        </button>
        <output>{told}</output>
      </div>
    </details>
  )
}
