import { Link } from 'wouter'
import { readSyncState } from '../../device/read-sync-state.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import css from './frame.module.css'
import { SyncIcon } from './sync-icon.tsx'
import { syncWords } from './sync-words.ts'

/** How things stand with the server, in words and an icon. Being offline is normal and looks so. */
export const SyncChip = () => {
  const { clock } = useDevice()
  const state = useQuery(readSyncState, undefined)
  if (state === null) return null
  return (
    <Link href="/outbox" className={css.chip} data-kind={state.kind}>
      <SyncIcon kind={state.kind} size={16} />
      {syncWords(state, clock())}
    </Link>
  )
}
