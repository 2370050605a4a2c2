import { useEffect, useState } from 'react'
import { readOutbox } from '../../device/outbox.ts'
import { readStorageState, type StorageState } from '../../device/storage-state.ts'
import { readSyncState } from '../../device/read-sync-state.ts'
import type { SyncState } from '../../device/sync-state.ts'
import { referenceOf, type Revision } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { dayAndTime } from '../frame/dates.ts'
import { syncWords } from '../frame/sync-words.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './outbox.module.css'

/** What waits to be sent, what could not be sent and why, and whether this device's storage is safe. */
export const OutboxPage = () => {
  useScreen('Outbox', 'outbox')
  const { background, clock } = useDevice()
  const state = useQuery(readSyncState, undefined)
  const outbox = useQuery(readOutbox, undefined)
  const [trying, setTrying] = useState(false)
  const now = clock()

  const sendNow = async (): Promise<void> => {
    setTrying(true)
    await (await background).sync.sendNow()
    setTrying(false)
  }

  return (
    <div className={css.outbox}>
      <h1 tabIndex={-1}>Outbox</h1>
      <output className={css.state}>{trying ? 'Trying to send' : state === null ? '' : sentence(state, now)}</output>
      <p>
        <button type="button" className={button.primary} onClick={() => void sendNow()} disabled={trying}>
          Send now
        </button>
      </p>
      <h2>To send</h2>
      {outbox?.toSend.length === 0 ? <p>Nothing waits to be sent.</p> : null}
      <ul className={css.list}>
        {outbox?.toSend.map((revision) => (
          <li key={revision.id}>{revisionWords(revision, now)}</li>
        ))}
      </ul>
      {outbox === null || outbox.keptAside.length === 0 ? null : (
        <>
          <h2>Could not be sent</h2>
          <p>These are saved on this device. The server keeps a copy aside, where the lead can see it.</p>
          <ul className={css.list}>
            {outbox.keptAside.map((aside) => (
              <li key={aside.id}>
                {aside.revision === null ? aside.id : revisionWords(aside.revision, now)}
                <span className={css.reason}>{aside.reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Storage />
    </div>
  )
}

const revisionWords = (revision: Revision, now: Date): string =>
  `${referenceOf(revision.response)}, ${revision.survey}, filled in ${dayAndTime(new Date(revision.returnedAt), now)}`

const sentence = (state: SyncState, now: Date): string =>
  state.kind === 'could-not-send'
    ? `${syncWords(state, now)}. ${state.reason} The answers are saved on this device.`
    : `${syncWords(state, now)}.`

const Storage = () => {
  const [state, setState] = useState<StorageState | null>(null)
  useEffect(() => {
    void readStorageState(navigator.storage).then(setState)
  }, [])
  return (
    <>
      <h2>This device</h2>
      <p>{state === null ? '' : storageWords(state)}</p>
    </>
  )
}

const storageWords = ({ persisted, used, quota }: StorageState): string => {
  const safe =
    persisted === true
      ? 'The browser has promised to keep what is saved here.'
      : 'The browser may clear what is saved here when space runs out. Send often, and add Proforma to the Home Screen.'
  const room =
    used === null || quota === null || quota === 0 ? '' : ` ${Math.round((100 * used) / quota)}% of its space is used.`
  return `${safe}${room}`
}
