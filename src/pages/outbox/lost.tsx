import { type DeviceDatabase, thisDevice } from '../../device/database.ts'
import { useQuery } from '../app/use-readable.ts'
import css from './outbox.module.css'

const readLost = async (database: DeviceDatabase) => (await thisDevice(database)).lost ?? []

/** Numbers of returns that this device once made and that nobody has any more. */
export const Lost = () => {
  const lost = useQuery(readLost, undefined)
  if (lost === null || lost.length === 0) return null
  return (
    <p className={css.reason}>
      {lost.length === 1 ? 'Return number' : 'Returns number'} {lost.slice(0, 20).join(', ')}
      {lost.length > 20 ? ' and more' : ''} of this device {lost.length === 1 ? 'is' : 'are'} not here, and the server
      does not have {lost.length === 1 ? 'it' : 'them'}. {lost.length === 1 ? 'It was' : 'They were'} taken out before{' '}
      {lost.length === 1 ? 'it was' : 'they were'} sent, or lost. Tell your lead if nobody took answers out.
    </p>
  )
}
