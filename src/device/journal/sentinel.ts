import type { DeviceId } from '../../response/revision.ts'

type Remembered = Pick<Sentinel, 'device' | 'sequence'>

/** What localStorage remembers of the database: enough to notice that the browser has emptied it. */
export interface Sentinel {
  readonly device: DeviceId
  readonly sequence: number
  readonly appSchema: number
  readonly at: string
  /** An answer was saved in the journal alone since the two were last compared. */
  readonly behind?: boolean
}

export const sentinelKey = (name: string): string => `proforma-sentinel-${name}`

/** What was written last, or null: never, or emptied too, or this browser keeps none. */
export const readSentinel = (name: string): Sentinel | null => {
  try {
    return JSON.parse(localStorage.getItem(sentinelKey(name)) ?? 'null') as Sentinel | null
  } catch {
    return null
  }
}

/** Whether the database is at least where it was. One that is behind lost what it held last, or could not keep it. */
export const agrees = (sentinel: Sentinel | null, { device, sequence }: Remembered): boolean =>
  sentinel === null || (sentinel.device === device && sentinel.sequence <= sequence && sentinel.behind !== true)

/** Whether a journal of that name was ever begun: a database that is new beside it was emptied. */
export const hasJournal = async (name: string): Promise<boolean> => {
  try {
    await (await navigator.storage.getDirectory()).getDirectoryHandle(`journal-${name}`)
    return true
  } catch {
    return false
  }
}
