import { readSentinel, type Sentinel, sentinelKey } from './sentinel.ts'

/** That the database is behind stays until both were compared, and `behind` says that it is not. */
export const writeSentinel = (
  name: string,
  sentinel: Omit<Sentinel, 'behind'>,
  behind = readSentinel(name)?.behind === true,
): void => {
  try {
    localStorage.setItem(sentinelKey(name), JSON.stringify({ ...sentinel, behind }))
  } catch {
    // It only helps to notice: the journal tells the same, a little later.
  }
}

/** The journal has what the database could not keep: the next start compares them before it shows anything. */
export const noteBehind = (name: string): void => {
  const sentinel = readSentinel(name)
  if (sentinel !== null) writeSentinel(name, sentinel, true)
}
