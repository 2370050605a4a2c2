const hour = 3_600_000

/**
 * Does something now and then every hour, one after the other.
 *
 * @param act never rejects
 * @returns how to stop: resolves when it is not under way
 */
export const everyHour = (act: () => Promise<void>): (() => Promise<void>) => {
  let running = Promise.resolve()
  const run = (): void => {
    running = running.then(act)
  }
  run()
  const timer = setInterval(run, hour)
  return () => {
    clearInterval(timer)
    return running
  }
}
