import { useEffect, useState } from 'react'
import { readAlone } from '../../device/journal/read-alone.ts'
import { referenceOf, type Revision } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import button from '../styles/button.module.css'
import css from './outbox.module.css'

/** Returns that the database could not keep: they are in the second copy alone, and are sent after the next start. */
export const Alone = () => {
  const { database } = useDevice()
  const [alone, setAlone] = useState<readonly Revision[]>([])
  useEffect(() => {
    void readAlone(database).then(setAlone)
  }, [database])
  if (alone.length === 0) return null
  return (
    <>
      <h2>Saved in one place only</h2>
      <p className={css.reason}>
        {alone.length === 1 ? '1 return is' : `${alone.length} returns are`} saved on this device as a second copy only:
        its storage could not take {alone.length === 1 ? 'it' : 'them'}. Free some space on this device, then choose Put
        back. Below, Save everything not yet sent as a file takes {alone.length === 1 ? 'it' : 'them'} along.
      </p>
      <p>Reference {alone.map(({ response }) => referenceOf(response)).join(', ')}</p>
      <button type="button" className={button.secondary} onClick={() => location.reload()}>
        Put back
      </button>
    </>
  )
}
