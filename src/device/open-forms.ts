type Locks = Pick<LockManager, 'request' | 'query'>

const formLock = 'proforma-form'

/** Tells all tabs that a form is open in this one, until the function it returns is called. */
export const holdFormOpen = (locks: Locks): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const abort = new AbortController()
  locks.request(formLock, { mode: 'shared', signal: abort.signal }, () => promise).catch(() => undefined)
  return () => {
    resolve()
    abort.abort()
  }
}

/** Runs `act` while no form is open in any tab, and none can be counted as opened; false when one is open. */
export const whileNoFormIsOpen = (locks: Locks, act: () => Promise<void>): Promise<boolean> =>
  locks.request(formLock, { mode: 'exclusive', ifAvailable: true }, async (lock) => {
    if (lock !== null) await act()
    return lock !== null
  })

/** Whether a form is open, or about to be, in any tab. */
export const isAnyFormOpen = async (locks: Locks): Promise<boolean> => {
  const { held = [], pending = [] } = await locks.query()
  return [...held, ...pending].some(({ name, mode }) => name === formLock && mode === 'shared')
}
