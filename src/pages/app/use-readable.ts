import { useMemo, useSyncExternalStore } from 'react'
import type { DeviceDatabase } from '../../device/database.ts'
import type { Readable } from '../../device/value-store.ts'
import { watchQuery } from '../../device/watch-query.ts'
import { useDevice } from './device-context.ts'

/** The value now, drawn again at each change. */
export const useReadable = <Value>(readable: Readable<Value>): Value =>
  useSyncExternalStore(readable.subscribe, readable.get)

/**
 * What a read of the device's database gives, kept up to date; null until it is there. `read` must be the same function
 * at each drawing: one of a module.
 *
 * @example const versions = useQuery(listVersions, survey)
 */
export const useQuery = <Of, Value>(
  read: (database: DeviceDatabase, of: Of) => Promise<Value>,
  of: Of,
): Value | null => {
  const { database } = useDevice()
  const readable = useMemo(() => watchQuery(() => read(database, of)), [database, read, of])
  return useReadable(readable)
}
