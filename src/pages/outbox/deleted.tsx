import type { DeviceDatabase } from '../../device/database.ts'
import { referenceOf } from '../../response/revision.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { dayAndTime } from '../frame/dates.ts'
import css from './outbox.module.css'

const readDeleted = (database: DeviceDatabase) => database.deletedReturns.toArray()

/** Returns that somebody deleted before they were sent, and why. Their answers are nowhere. */
export const Deleted = () => {
  const { clock } = useDevice()
  const deleted = useQuery(readDeleted, undefined)
  if (deleted === null || deleted.length === 0) return null
  return (
    <>
      <h2>Deleted here</h2>
      <ul className={css.list}>
        {deleted.map(({ id, response, reason, at }) => (
          <li key={id}>
            Reference {referenceOf(response)}, deleted {dayAndTime(new Date(at), clock())}: {reason}
          </li>
        ))}
      </ul>
    </>
  )
}
