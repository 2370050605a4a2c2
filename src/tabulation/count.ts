/**
 * How often each byte stands in a column. A plain loop, but over two sets of counts in turn: a processor waits for a
 * counter that it has only just written, and neighbours in a column are often equal.
 * @returns 256 counts, the byte being the index
 */
export const countBytes = (column: Uint8Array): Uint32Array => {
  const counts = new Uint32Array(256)
  const others = new Uint32Array(256)
  const even = column.length - (column.length % 2)
  for (let place = 0; place < even; place += 2) {
    const byte = column[place] as number
    const next = column[place + 1] as number
    counts[byte] = (counts[byte] as number) + 1
    others[next] = (others[next] as number) + 1
  }
  if (even < column.length) {
    const last = column[even] as number
    counts[last] = (counts[last] as number) + 1
  }
  return counts.map((count, byte) => count + (others[byte] as number))
}
