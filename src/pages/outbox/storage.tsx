import { useEffect, useState } from 'react'
import { readStorageState, type StorageState } from '../../device/storage-state.ts'

/** Whether what this device keeps is safe from being cleared, and how full it is. */
export const Storage = () => {
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
  return used === null || quota === null || quota === 0 ? safe : `${safe} ${share(used / quota)} of its space is used.`
}

const share = (used: number): string => (used < 0.01 ? 'Less than 1%' : `${Math.round(100 * used)}%`)
