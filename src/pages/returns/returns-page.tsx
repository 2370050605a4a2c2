import { useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { listFrozen } from '../../device/frozen.ts'
import { ledgerCsv } from '../../export/ledger-csv.ts'
import {
  baseOf,
  isClash,
  type Ledger,
  type Recipient,
  type RecipientState,
  recipientStates,
  stateOf,
  tally,
} from '../../population/ledger.ts'
import { closesInWords } from '../../population/closes-in-words.ts'
import { headingsOf } from '../../population/member.ts'
import { responseLine } from '../../population/response-line.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useQuery } from '../app/use-readable.ts'
import { download } from '../frame/download.ts'
import { useScreen } from '../frame/use-screen.ts'
import css from '../population/population.module.css'
import { surveyTitle } from '../population/survey-title.ts'
import { type Act, useLedger } from '../population/use-ledger.ts'
import button from '../styles/button.module.css'
import { RecipientRow } from './recipient-row.tsx'
import own from './returns.module.css'
import { stateWords } from './state-words.ts'

/** Who has returned a survey, and who has not. */
export const ReturnsPage = ({ survey }: { readonly survey: string }) => {
  const title = useQuery(surveyTitle, survey as SurveyId)
  const { read, act } = useLedger(survey)
  useScreen(title === null ? 'Returns' : `Returns – ${title}`, `returns/${survey}`)
  return (
    <>
      <h1 tabIndex={-1}>
        <span className={css.survey}>{title}</span>
        Returns
      </h1>
      {read === null ? <p>Fetching the list</p> : read.ok ? null : <p role="alert">{read.reason}</p>}
      {read?.ok !== true ? null : read.ledger === null ? (
        <>
          <p>Who has returned it will be here once there is a list of who is asked.</p>
          <Link href={`/send/${survey}`} className={button.primary}>
            Say who is asked
          </Link>
        </>
      ) : (
        <Ledgered ledger={read.ledger} survey={survey} act={act} />
      )}
    </>
  )
}

interface LedgeredProps {
  readonly ledger: Ledger
  readonly survey: string
  readonly act: Act
}

type Shown = RecipientState | 'all' | 'outstanding' | 'late' | 'after-freeze'

const aPage = 50

const Ledgered = ({ ledger, survey, act }: LedgeredProps) => {
  const [state, setState] = useState<Shown>('all')
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(0)
  const [picked, setPicked] = useState('')
  const told = useRef<HTMLOutputElement>(null)
  // The clash goes away with the button that settled it: the focus goes to what came of it.
  const tellPicked = (words: string): void => {
    setPicked(words)
    told.current?.focus()
  }
  const frozenAt = useQuery(lastFrozen, survey as SurveyId)
  const base = useMemo(() => baseOf(ledger), [ledger])
  const asked = useMemo(() => ledger.recipients.filter((one) => one.asked || one.open), [ledger])
  const afterFreeze = useMemo(
    () => asked.filter((one) => isShown(one, 'after-freeze', frozenAt)).length,
    [asked, frozenAt],
  )
  const clashes = useMemo(() => asked.filter(isClash), [asked])
  const shown = useMemo(
    () =>
      asked.filter(
        (one) => isShown(one, state, frozenAt) && one.name.toLowerCase().includes(search.trim().toLowerCase()),
      ),
    [asked, state, search, frozenAt],
  )
  const line = responseLine(base.returned, base.population)
  const pages = Math.max(1, Math.ceil(shown.length / aPage))
  const at = Math.min(page, pages - 1)
  return (
    <>
      <p className={css.key}>
        <strong>{line.ok ? line.text : line.reason}</strong>
      </p>
      <p className={css.quiet}>
        Response rate 1 (AAPOR): returns over all who were asked and are eligible, whether they declined or were never
        reached. {ledger.closes === null ? '' : `Returns count until the end of ${closesInWords(ledger.closes)}. `}
        {base.late === 0 ? '' : `${base.late} came late, and ${base.late === 1 ? 'is' : 'are'} not counted. `}
        {afterFreeze === 0 ? '' : `${afterFreeze} came after this device froze the tables. `}
        {base.open === 0 ? '' : `${base.open} came by an open link, and ${base.open === 1 ? 'is' : 'are'} counted too.`}
      </p>
      <p className={button.row}>
        <Link href={`/send/${survey}`} className={button.primary}>
          Send and remind
        </Link>
        <button
          type="button"
          className={button.secondary}
          onClick={() => download(`${survey}-ledger.csv`, 'text/csv', ledgerCsv(ledger))}
        >
          Download the ledger
        </button>
        <button
          type="button"
          className={button.quiet}
          onClick={() => download(`${survey}-ledger.json`, 'application/json', `${JSON.stringify(ledger, null, 1)}\n`)}
        >
          For the command line
        </button>
      </p>
      <output ref={told} tabIndex={-1} className={css.sending}>
        {picked}
      </output>
      {clashes.length === 0 ? null : (
        <section>
          <h2>{clashes.length} with more than one return</h2>
          <p>Pick which one counts. Nothing is deleted.</p>
          <ul className={own.rows}>
            {clashes.map((one) => (
              <RecipientRow key={one.recipient} one={one} survey={survey} act={act} open onPicked={tellPicked} />
            ))}
          </ul>
        </section>
      )}
      <ByGroup recipients={ledger.recipients} />
      <h2>Each of them</h2>
      <div className={own.find}>
        <label>
          Show
          <select
            className={css.field}
            value={state}
            onChange={(event) => (setPage(0), setState(event.target.value as typeof state))}
          >
            <option value="all">All {asked.length}</option>
            <option value="outstanding">Not returned, to ring</option>
            {base.late === 0 ? null : <option value="late">Returned after the closing date</option>}
            {afterFreeze === 0 ? null : <option value="after-freeze">Returned after the tables were frozen</option>}
            {recipientStates.map((one) => (
              <option key={one} value={one}>
                {stateWords[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Name
          <input
            className={css.field}
            value={search}
            onChange={(event) => (setPage(0), setSearch(event.target.value))}
          />
        </label>
      </div>
      <p>
        {shown.length} shown{pages === 1 ? '' : `, page ${at + 1} of ${pages}`}
      </p>
      <ul className={own.rows}>
        {shown.slice(at * aPage, (at + 1) * aPage).map((one) => (
          <RecipientRow key={one.recipient} one={one} survey={survey} act={act} onPicked={tellPicked} />
        ))}
      </ul>
      {pages === 1 ? null : (
        <p className={button.row}>
          <button type="button" className={button.secondary} disabled={at === 0} onClick={() => setPage(at - 1)}>
            Previous page
          </button>
          <button
            type="button"
            className={button.secondary}
            disabled={at + 1 === pages}
            onClick={() => setPage(at + 1)}
          >
            Next page
          </button>
        </p>
      )}
    </>
  )
}

/** When the tables were last frozen on this device; null where they never were. */
const lastFrozen = async (database: DeviceDatabase, survey: SurveyId): Promise<string | null> =>
  (await listFrozen(database, survey))[0]?.at ?? null

const isShown = (one: Recipient, state: Shown, frozenAt: string | null): boolean => {
  const its = stateOf(one)
  if (state === 'late') return one.returns.some(({ late }) => late)
  if (state === 'after-freeze') return frozenAt !== null && one.returns.some(({ at }) => at > frozenAt)
  if (state === 'outstanding')
    return !one.open && (its === 'sent' || its === 'opened' || its === 'begun' || its === 'bounced')
  return state === 'all' || its === state
}

/** How each group stands, by one column of the list. */
const ByGroup = ({ recipients }: { readonly recipients: readonly Recipient[] }) => {
  const headings = useMemo(() => headingsOf(recipients), [recipients])
  const [by, setBy] = useState('')
  const rows = useMemo(() => tally(recipients, by === '' ? null : by), [recipients, by])
  const used = recipientStates.filter((state) => rows.some(({ states }) => states[state] > 0))
  return (
    <section>
      {headings.length === 0 ? null : (
        <div className={own.find}>
          <label>
            By
            <select className={css.field} value={by} onChange={(event) => setBy(event.target.value)}>
              <option value="">All together</option>
              {headings.map((heading) => (
                <option key={heading}>{heading}</option>
              ))}
            </select>
          </label>
        </div>
      )}
      <section className={own.scroll} tabIndex={0} aria-label="How they stand">
        <table className={own.table}>
          <caption>How they stand</caption>
          <thead>
            <tr>
              <th scope="col">{by === '' ? 'Group' : by}</th>
              <th scope="col">Asked</th>
              {used.map((state) => (
                <th key={state} scope="col">
                  {stateWords[state]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ stratum, asked, states }) => (
              <tr key={stratum}>
                <th scope="row">{by === '' ? 'All' : stratum || 'No group'}</th>
                <td>{asked}</td>
                {used.map((state) => (
                  <td key={state}>{states[state]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
