import { useState } from 'react'
import { Link } from 'wouter'
import { referenceOf, type Revision } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import css from './outbox.module.css'
import { type OutboxScreen, readOutboxScreen } from './read-outbox-screen.ts'
import { ReturnTools } from './return-tools.tsx'

/** How many are drawn at first, and with each press: a tablet may come back with thousands. */
const atOnce = 50

/** Each return made on this device that waits, could not be sent, or was sent last. */
export const Returns = () => {
  const [shown, setShown] = useState(atOnce)
  const outbox = useQuery(readOutboxScreen, shown)
  // What stands stays while more is read.
  const [last, setLast] = useState(outbox)
  if (outbox !== null && outbox !== last) setLast(outbox)
  const now = outbox ?? last
  if (now === null) return null
  const more = now.waiting - now.toSend.length
  return (
    <>
      <h2>To send</h2>
      {now.waiting === 0 ? (
        <p>Nothing waits to be sent. Answers go by themselves as soon as this device reaches the server.</p>
      ) : (
        <ul className={css.list}>
          {now.toSend.map((revision) => (
            <li key={revision.id}>
              <ReturnLine revision={revision} titles={now.titles} />
              <ReturnTools revision={revision} />
            </li>
          ))}
        </ul>
      )}
      {more <= 0 ? null : (
        <p className={css.more}>
          {more} more {more === 1 ? 'waits' : 'wait'}.{' '}
          <button type="button" className={button.quiet} onClick={() => setShown(shown + atOnce)}>
            Show {Math.min(more, atOnce)} more
          </button>
        </p>
      )}
      <KeptAside outbox={now} />
      <Rejected outbox={now} />
      <Sent outbox={now} />
    </>
  )
}

const KeptAside = ({ outbox: { keptAside, titles } }: { readonly outbox: OutboxScreen }) =>
  keptAside.length === 0 ? null : (
    <>
      <h2>Could not be sent</h2>
      <p>
        These are saved on this device. The server keeps a copy aside, where{' '}
        <Link href="/aside">the lead can see it and decide</Link>.
      </p>
      <ul className={css.list}>
        {keptAside.map(({ id, revision, reason }) => (
          <li key={id}>
            {revision === null ? id : <ReturnLine revision={revision} titles={titles} />}
            <span className={css.reason}>{reason}</span>
            {revision === null ? null : <ReturnTools revision={revision} />}
          </li>
        ))}
      </ul>
    </>
  )

const Rejected = ({ outbox: { rejected, titles } }: { readonly outbox: OutboxScreen }) =>
  rejected.length === 0 ? null : (
    <>
      <h2>Not counted</h2>
      <p>The lead looked at these and decided not to count them. They stay on this device until you delete them.</p>
      <ul className={css.list}>
        {rejected.map(({ id, revision, rejected: because }) => (
          <li key={id}>
            {revision === null ? id : <ReturnLine revision={revision} titles={titles} />}
            <span className={css.reason}>The lead says: {because}</span>
            {revision === null ? null : <ReturnTools revision={revision} />}
          </li>
        ))}
      </ul>
    </>
  )

const Sent = ({ outbox: { sent, lastSent, titles } }: { readonly outbox: OutboxScreen }) => (
  <>
    <h2>Sent</h2>
    <p>
      {sent === 0
        ? 'Nothing was sent from this device yet.'
        : `${sent} ${sent === 1 ? 'return has' : 'returns have'} reached the server from this device.`}
    </p>
    {lastSent.length === 0 ? null : (
      <details>
        <summary>{lastSent.length < sent ? `The last ${lastSent.length}` : 'Which'}</summary>
        <ul className={css.list}>
          {lastSent.map((revision) => (
            <li key={revision.id}>
              <ReturnLine revision={revision} titles={titles} />
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
)

interface ReturnLineProps {
  readonly revision: Revision
  readonly titles: OutboxScreen['titles']
}

const ReturnLine = ({ revision: { survey, response, returnedAt, sealed }, titles }: ReturnLineProps) => {
  const now = useDevice().clock()
  return (
    <>
      <strong className={css.title}>{titles.get(survey) ?? survey}</strong>
      Reference {referenceOf(response)}, filled in {dayAndTime(new Date(returnedAt), now)}
      {sealed === undefined ? null : <span className={css.note}>Sealed: nobody can read it on this tablet.</span>}
    </>
  )
}
