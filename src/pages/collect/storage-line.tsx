import { isNearlyFull } from '../../device/field-work.ts'
import type { StorageState } from '../../device/storage-state.ts'
import css from './form.module.css'
import { useWords } from './words.ts'

interface StorageLineProps {
  readonly storage: StorageState
  /** Whoever answers by link is not told what they can do nothing about. */
  readonly isStaff: boolean
}

/** Quietly: whether the browser promised to keep what is saved, and whether there is room for more. */
export const StorageLine = ({ storage, isStaff }: StorageLineProps) => {
  const { say } = useWords()
  const words = [isStaff ? promiseWords(storage.persisted) : '', isNearlyFull(storage) ? say('storageNearlyFull') : '']
  const told = words.filter((sentence) => sentence !== '')
  return told.length === 0 ? null : <p className={css.saved}>{told.join(' ')}</p>
}

const promiseWords = (persisted: boolean | null): string => {
  if (persisted === null) return ''
  return persisted
    ? 'The browser has promised to keep what is saved here.'
    : 'The browser may clear what is saved here when space runs out. Send soon.'
}
