import { useState } from 'react'
import type { SyncState } from '../../device/sync-state.ts'
import { useDevice } from '../app/device-context.ts'
import { SyncIcon } from '../frame/sync-icon.tsx'
import { syncWords } from '../frame/sync-words.ts'
import css from './outbox.module.css'

interface SendingProps {
  readonly state: SyncState | null
  /** A person asked, and is still to be answered. */
  readonly trying: boolean
}

/** How things stand with the server, what to do about it, and how far it has come. */
export const Sending = ({ state, trying }: SendingProps) => {
  const now = useDevice().clock()
  const progress = useProgress(state)
  return (
    <>
      <output className={css.state}>
        {state === null ? null : (
          <>
            <strong className={css.headline}>
              <SyncIcon kind={state.kind} size={24} />
              {trying ? 'Trying to send' : syncWords(state, now)}
            </strong>
            <Advice state={state} />
          </>
        )}
      </output>
      {progress === null ? null : (
        // Beside what is announced: each step of it read out would be too much.
        <p className={css.progress}>
          <progress aria-label="Sent" value={progress.done} max={progress.of} />
          {progress.done} of {progress.of} sent
        </p>
      )}
    </>
  )
}

const Advice = ({ state }: { readonly state: SyncState }) => {
  switch (state.kind) {
    case 'could-not-send':
      return <span>{state.reason} The answers are saved on this device.</span>
    case 'wifi-sign-in':
      return (
        <span>
          Something else answered instead of the server: often the sign-in page of a Wi-Fi. Open any web page, sign in
          there, then choose Send now. The answers are saved on this device.
        </span>
      )
    case 'working-offline':
    case 'to-send':
    case 'all-sent':
      return null
    default:
      return state satisfies never
  }
}

/** Fewer are sent before anybody has read how many. */
const handful = 5

/** How many of those that waited are sent, while they get fewer: in this tab or in another. Null where there is nothing to show. */
const useProgress = (state: SyncState | null): { readonly done: number; readonly of: number } | null => {
  const waiting = state === null || state.kind === 'all-sent' ? 0 : state.toSend
  const [seen, setSeen] = useState({ waiting, most: waiting })
  // What is added while it sends begins a count of its own.
  if (waiting !== seen.waiting) setSeen({ waiting, most: waiting > seen.waiting ? waiting : seen.most })
  const done = seen.most - waiting
  return seen.most > handful && done > 0 && waiting > 0 ? { done, of: seen.most } : null
}
