import { Link } from 'wouter'
import { readSyncState } from '../../device/read-sync-state.ts'
import type { SyncState } from '../../device/sync-state.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import css from './frame.module.css'
import { syncWords } from './sync-words.ts'

/** How things stand with the server, in words and an icon. Being offline is normal and looks so. */
export const SyncChip = () => {
  const { clock } = useDevice()
  const state = useQuery(readSyncState, undefined)
  if (state === null) return null
  return (
    <Link href="/outbox" className={css.chip} data-kind={state.kind}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d={icons[state.kind]} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {syncWords(state, clock())}
    </Link>
  )
}

/** A tablet that holds; an arrow going up; a tick; a sign to look. */
const icons: { readonly [K in SyncState['kind']]: string } = {
  'working-offline': 'M4 2h8v12H4z M7 12h2',
  'to-send': 'M8 13V3 M4 7l4-4 4 4',
  'all-sent': 'M3 8l3.5 4L13 4',
  'could-not-send': 'M8 3v6 M8 12.5v.5',
}
