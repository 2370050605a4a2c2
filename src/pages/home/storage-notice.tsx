import { useEffect, useState } from 'react'
import { isNearlyFull } from '../../device/field-work.ts'
import { readStorageState } from '../../device/storage-state.ts'
import css from './home.module.css'

/** Says that the space for Proforma is nearly used up, before anything is lost for want of it. */
export const StorageNotice = () => {
  const [full, setFull] = useState(false)
  useEffect(() => {
    void readStorageState(navigator.storage).then((state) => setFull(isNearlyFull(state)))
  }, [])
  return full ? (
    <section className={css.offer} data-kind="warning" aria-labelledby="nearly-full">
      <h2 id="nearly-full">This device is nearly full</h2>
      <p>
        Four fifths of the space for Proforma are used. Send what waits, and free some space on this device. What is
        saved stays saved.
      </p>
    </section>
  ) : null
}
