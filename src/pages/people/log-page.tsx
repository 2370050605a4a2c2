import type { AuditListed } from '../../protocol/people.ts'
import { download } from '../frame/download.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { dateAndTime } from './date-and-time.ts'
import css from './people.module.css'
import { useAsked } from './use-asked.ts'

interface Log {
  readonly rows: readonly AuditListed[]
  readonly more: boolean
  readonly verified:
    | { readonly ok: true; readonly rows: number }
    | { readonly ok: false; readonly seq: number; readonly reason: string }
}

/** What was done, by whom and when: the newest rows, and whether the log hangs together. */
export const LogPage = () => {
  const { asked } = useAsked<Log>('audit')
  useScreen('What was done', asked === null ? null : 'log')
  if (asked === null) return null
  return (
    <div className={css.wide}>
      <h1 tabIndex={-1}>What was done</h1>
      {asked.ok ? <Rows {...asked.value} /> : <p className={css.problem}>{asked.reason}</p>}
    </div>
  )
}

const Rows = ({ rows, more, verified }: Log) => (
  <>
    <p className={verified.ok ? undefined : css.problem}>
      {verified.ok
        ? `${verified.rows} rows, each following from the one before: none was changed or taken out.`
        : `The log was changed: row ${verified.seq}, ${verified.reason}.`}
    </p>
    <button
      type="button"
      className={button.secondary}
      onClick={() => download('proforma-log.json', 'application/json', JSON.stringify(rows, null, 2))}
    >
      Save these rows as a file
    </button>
    <section className={css.scroll} aria-label="The log" tabIndex={0}>
      <table>
        <caption>{more ? `The newest ${rows.length} rows` : 'All rows, the newest first'}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">To what</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ seq, at, who, what, about, why }) => (
            <tr key={seq}>
              <td>{dateAndTime(at)}</td>
              <td>{who}</td>
              <td>{what}</td>
              <td>{about}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </>
)
