import type { AuditListed, DeviceListed, PersonListed } from '../../protocol/people.ts'
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
  const { asked: people } = useAsked<{ readonly people: readonly PersonListed[] }>('people')
  const { asked: tablets } = useAsked<{ readonly devices: readonly DeviceListed[] }>('devices')
  const names = new Map([
    ...(people?.ok === true ? people.value.people.map(({ id, name }) => [id, name] as const) : []),
    ...(tablets?.ok === true ? tablets.value.devices.map(({ id, name }) => [id, `tablet ${name}`] as const) : []),
  ])
  useScreen('What was done', asked === null ? null : 'log')
  if (asked === null) return null
  return (
    <div className={css.wide}>
      <h1 tabIndex={-1}>What was done</h1>
      {asked.ok ? <Rows {...asked.value} names={names} /> : <p className={css.problem}>{asked.reason}</p>}
    </div>
  )
}

/** The log holds ids, since names change; here it is read. The file has the ids. */
const named = (words: string, names: ReadonlyMap<string, string>): string =>
  names.get(words.replace(/^(?:account|device) /, '')) ?? words

const Rows = ({ rows, more, verified, names }: Log & { readonly names: ReadonlyMap<string, string> }) => (
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
              <td>{named(who, names)}</td>
              <td>{what}</td>
              <td>{named(about, names)}</td>
              <td>{why.replaceAll(' of *', ' of every survey')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </>
)
