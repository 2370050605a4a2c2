/**
 * Lets at most so many run at once; the others wait, first come first served. Null, at once, where too many wait already.
 *
 * @example const inTurn = atMost(4, 1000)
 *   const written = await inTurn(() => write())
 */
export const atMost = (
  most: number,
  mostWaiting: number,
): (<Result>(act: () => Promise<Result>) => Promise<Result | null>) => {
  const waiting: (() => void)[] = []
  let running = 0
  return async (act) => {
    if (running >= most) {
      if (waiting.length >= mostWaiting) return null
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running += 1
    try {
      return await act()
    } finally {
      // Whoever waits longest takes the place over.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
