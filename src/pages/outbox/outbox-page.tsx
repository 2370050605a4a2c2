import { useState } from 'react'
import { readSyncState } from '../../device/read-sync-state.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { Alone } from './alone.tsx'
import { Carry } from './carry.tsx'
import { Deleted } from './deleted.tsx'
import { Erasures } from './erasures.tsx'
import { Lost } from './lost.tsx'
import css from './outbox.module.css'
import { Pictures } from './pictures.tsx'
import { Publications } from './publications.tsx'
import { Returns } from './returns.tsx'
import { Sending } from './sending.tsx'
import { Storage } from './storage.tsx'

/** What waits to be sent, what could not be sent and why, and whether this device's storage is safe. */
export const OutboxPage = () => {
  useScreen('Outbox', 'outbox')
  const { background } = useDevice()
  const state = useQuery(readSyncState, undefined)
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
        <Sending state={state} trying={trying} />
        <button
          type="button"
          className={button.primary}
          onClick={trying ? undefined : () => void sendNow()}
          aria-disabled={trying}
        >
          Send now
        </button>
      </div>
      <Alone />
      <Returns />
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
