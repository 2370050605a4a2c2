/** Why something could not be kept on this device, in plain words. Takes what IndexedDB or Dexie threw. */
export const whyNotSaved = (error: unknown): string => {
  const names = namesOf(error)
  if (names.includes('QuotaExceededError'))
    return 'There is no space left on this device. Free some space, then try again.'
  if (names.includes('VersionError'))
    return 'What is kept here was written by a newer Proforma. Reload this page to use the newer one.'
  if (names.includes('DatabaseClosedError')) return 'The storage of this browser was closed. Reload this page.'
  if (names.includes('MissingAPIError') || names.includes('SecurityError'))
    return 'This browser does not let the app keep anything. A private window may be the cause.'
  return 'This device could not save it. It may be full: free some space, then close the browser and open it again.'
}

/** Dexie wraps what the browser threw, sometimes twice: the cause is in `inner`. */
const namesOf = (error: unknown): readonly string[] => {
  if (typeof error !== 'object' || error === null) return []
  const name = 'name' in error && typeof error.name === 'string' ? [error.name] : []
  return 'inner' in error && error.inner !== error ? [...name, ...namesOf(error.inner)] : name
}
