import { useState } from 'react'
import { readSyncState } from '../../device/read-sync-state.ts'
import type { SyncState } from '../../device/sync-state.ts'
import { referenceOf, type Revision } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { dayAndTime } from '../frame/dates.ts'
import { SyncIcon } from '../frame/sync-icon.tsx'
import { syncWords } from '../frame/sync-words.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { Erasures } from './erasures.tsx'
import css from './outbox.module.css'
import { Pictures } from './pictures.tsx'
import { Lost } from './lost.tsx'
import { Publications } from './publications.tsx'
import { Carry } from './carry.tsx'
import { Deleted } from './deleted.tsx'
import { type OutboxScreen, readOutboxScreen } from './read-outbox-screen.ts'
import { ReturnTools } from './return-tools.tsx'
import { Storage } from './storage.tsx'

/** What waits to be sent, what could not be sent and why, and whether this device's storage is safe. */
export const OutboxPage = () => {
  useScreen('Outbox', 'outbox')
  const { background } = useDevice()
  const state = useQuery(readSyncState, undefined)
  const outbox = useQuery(readOutboxScreen, undefined)
  const [trying, setTrying] = useState(false)

  const sendNow = async (): Promise<void> => {
    setTrying(true)
    await (await background).sync.sendNow()
    setTrying(false)
  }

  return (
    <div className={css.outbox}>
      <h1 tabIndex={-1}>Outbox</h1>
      <div className={css.panel}>
        <State state={state} trying={trying} />
        <button
          type="button"
          className={button.primary}
          onClick={trying ? undefined : () => void sendNow()}
          aria-disabled={trying}
        >
          Send now
        </button>
      </div>
      {outbox === null ? null : <Returns outbox={outbox} />}
      <Pictures />
      <Publications />
      <Erasures />
      <Lost />
      <Deleted />
      <Carry />
      <Storage />
    </div>
  )
}

const State = ({ state, trying }: { readonly state: SyncState | null; readonly trying: boolean }) => {
  const now = useDevice().clock()
  return (
    <output className={css.state}>
      {state === null ? null : (
        <>
          <strong className={css.headline}>
            <SyncIcon kind={state.kind} size={24} />
            {trying ? 'Trying to send' : syncWords(state, now)}
          </strong>
          {state.kind === 'could-not-send' ? <span>{state.reason} The answers are saved on this device.</span> : null}
        </>
      )}
    </output>
  )
}

const Returns = ({ outbox: { toSend, keptAside, sent, titles } }: { readonly outbox: OutboxScreen }) => (
  <>
    <h2>To send</h2>
    {toSend.length === 0 ? (
      <p>Nothing waits to be sent. Answers go by themselves as soon as this device reaches the server.</p>
    ) : (
      <ul className={css.list}>
        {toSend.map((revision) => (
          <li key={revision.id}>
            <ReturnLine revision={revision} titles={titles} />
            <ReturnTools revision={revision} />
          </li>
        ))}
      </ul>
    )}
    {keptAside.length === 0 ? null : (
      <>
        <h2>Could not be sent</h2>
        <p>These are saved on this device. The server keeps a copy aside, where the lead can see it.</p>
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
    )}
    <h2>Sent</h2>
    <p>
      {sent === 0
        ? 'Nothing was sent from this device yet.'
        : `${sent} ${sent === 1 ? 'return has' : 'returns have'} reached the server from this device.`}
    </p>
  </>
)

interface ReturnLineProps {
  readonly revision: Revision
  readonly titles: OutboxScreen['titles']
}

const ReturnLine = ({ revision: { survey, response, returnedAt }, titles }: ReturnLineProps) => {
  const now = useDevice().clock()
  return (
    <>
      <strong className={css.title}>{titles.get(survey) ?? survey}</strong>
      Reference {referenceOf(response)}, filled in {dayAndTime(new Date(returnedAt), now)}
    </>
  )
}
