/** Counts links that were none, by the address they were tried from. */
export interface WrongLinks {
  readonly tooMany: (address: string) => boolean
  readonly count: (address: string) => void
}

/** So many wrong links within so long, in milliseconds, and nobody at that address is answered until then. */
const most = 60
const within = 15 * 60_000
const mostAddresses = 50_000

export const countWrongLinks = (now: () => number): WrongLinks => {
  const counted = new Map<string, { readonly count: number; readonly until: number }>()
  const held = (address: string) => {
    const there = counted.get(address)
    return there === undefined || there.until <= now() ? null : there
  }
  return {
    tooMany: (address) => (held(address)?.count ?? 0) >= most,
    count: (address) => {
      const there = held(address)
      // Who makes addresses up must not fill the memory.
      if (there === null && counted.size >= mostAddresses) counted.clear()
      counted.set(address, { count: (there?.count ?? 0) + 1, until: there?.until ?? now() + within })
    },
  }
}
