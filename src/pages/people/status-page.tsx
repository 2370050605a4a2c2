import type { AboutServer, Status } from '../../protocol/people.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { dateAndTime } from './date-and-time.ts'
import css from './people.module.css'
import { SealingKey } from './sealing-key.tsx'
import { useAsked } from './use-asked.ts'

/** How the server is doing, for its owner: a line each, those that want doing first. */
export const StatusPage = () => {
  const { asked, again } = useAsked<Status>('status')
  useScreen('How the server is doing', asked === null ? null : 'status')
  if (asked === null) return null
  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>How the server is doing</h1>
      {asked.ok ? <Lines status={asked.value} /> : <p className={css.problem}>{asked.reason}</p>}
      <button type="button" className={button.secondary} onClick={again}>
        Look again
      </button>
      {asked.ok ? <SealingKey {...asked.value.sealing} onMade={again} /> : null}
    </div>
  )
}

const Lines = ({ status }: { readonly status: Status }) => {
  const { about, aside, unseen, requests, failed, slow, since } = status
  const todo = [
    ...(aside === 0 ? [] : [`${aside} ${aside === 1 ? 'answer is' : 'answers are'} kept aside. Decide about them.`]),
    ...unseen.map(({ name, seenAt }) => `Tablet ${name} was last seen ${dateAndTime(seenAt)}.`),
    ...(about === null ? [] : backupTodo(about)),
    ...(failed === 0 ? [] : [`${failed} of ${requests} requests failed since ${dateAndTime(since)}. Look at the log.`]),
  ]
  return (
    <>
      <h2>To do</h2>
      {todo.length === 0 ? <p>Nothing.</p> : null}
      <ul className={css.list}>
        {todo.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>As it is</h2>
      <ul className={css.list}>
        {(about === null ? [] : aboutLines(about)).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>
          {requests} requests since {dateAndTime(since)}: {failed} failed, {slow} took over a second.
        </li>
      </ul>
    </>
  )
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString('en-GB')} MB`

const backupTodo = ({ database, backup }: AboutServer): readonly string[] => {
  if (database === 'PostgreSQL') return []
  if (backup === null) return ['There is no backup yet.']
  if (backup.tried?.ok === false) return ['The last backup could not be opened when it was tried.']
  return []
}

const aboutLines = ({ version, node, database, bytes, free, backup }: AboutServer): readonly string[] => [
  `Proforma ${version}, Node ${node}, ${database}.`,
  ...(bytes === null || free === null ? [] : [`The database has ${megabytes(bytes)}; ${megabytes(free)} are free.`]),
  ...(database === 'PostgreSQL' ? ['Backups are PostgreSQL’s own: pg_dump.'] : []),
  ...(backup === null
    ? []
    : [
        `Last backup ${dateAndTime(backup.at)}, ${megabytes(backup.bytes)}, ${
          backup.tried === null
            ? 'not tried yet.'
            : backup.tried.ok
              ? 'restored in a test: it opens.'
              : 'and it did not open in a test.'
        }`,
      ]),
]
