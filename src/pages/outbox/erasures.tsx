import { Link } from 'wouter'
import type { DeviceDatabase } from '../../device/database.ts'
import { useQuery } from '../app/use-readable.ts'

const countToErase = ({ erasuresOut }: DeviceDatabase): Promise<number> => erasuresOut.count()

/** The way to take answers out, and what the server is still to be asked to take out. */
export const Erasures = () => {
  const waiting = useQuery(countToErase, undefined)
  return (
    <>
      <h2>Taken out</h2>
      {waiting === null || waiting === 0 ? null : (
        <p>
          {waiting === 1
            ? '1 form was taken out here. The server is asked to take it out too as soon as this device reaches it.'
            : `${waiting} forms were taken out here. The server is asked to take them out too as soon as this device reaches it.`}
        </p>
      )}
      <p>
        <Link href="/withdraw">Take answers out by their reference</Link>
      </p>
    </>
  )
}
