import { isNearlyFull } from '../../device/field-work.ts'
import type { StorageState } from '../../device/storage-state.ts'
import css from './form.module.css'

interface StorageLineProps {
  readonly storage: StorageState
  /** Whoever answers by link is not told what they can do nothing about. */
  readonly isStaff: boolean
}

/** Quietly: whether the browser promised to keep what is saved, and whether there is room for more. */
export const StorageLine = ({ storage, isStaff }: StorageLineProps) => {
  const words = [
    isStaff ? promiseWords(storage.persisted) : '',
    isNearlyFull(storage) ? 'The space for Proforma on this device is nearly full. Send what waits soon.' : '',
  ].filter((sentence) => sentence !== '')
  return words.length === 0 ? null : <p className={css.saved}>{words.join(' ')}</p>
}

const promiseWords = (persisted: boolean | null): string => {
  if (persisted === null) return ''
  return persisted
    ? 'The browser has promised to keep what is saved here.'
    : 'The browser may clear what is saved here when space runs out. Send soon.'
}
