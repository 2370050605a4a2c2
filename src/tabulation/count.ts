/** The place of a response that is left out of a count by groups. */
export const leftOut = 255

/**
 * How often each byte stands in a column, in each group: one pass over both.
 * @param groups of each response its group, from 0, or {@link leftOut}
 * @param many how many groups there are, at most 255
 * @returns for each group 256 counts, the byte being the index
 */
export const countBytesByGroup = (column: Uint8Array, groups: Uint8Array, many: number): readonly Uint32Array[] => {
  // A row of counts for each group, and one that takes whoever is left out.
  const row = Uint32Array.from({ length: 256 }, (_, group) => Math.min(group, many) << 8)
  const counts = new Uint32Array((many + 1) * 256)
  const others = new Uint32Array((many + 1) * 256)
  const even = column.length - (column.length % 2)
  for (let place = 0; place < even; place += 2) {
    const at = (row[groups[place] as number] as number) | (column[place] as number)
    const next = (row[groups[place + 1] as number] as number) | (column[place + 1] as number)
    counts[at] = (counts[at] as number) + 1
    others[next] = (others[next] as number) + 1
  }
  if (even < column.length) {
    const last = (row[groups[even] as number] as number) | (column[even] as number)
    counts[last] = (counts[last] as number) + 1
  }
  for (let at = 0; at < counts.length; at += 1) counts[at] = (counts[at] as number) + (others[at] as number)
  return Array.from({ length: many }, (_, group) => counts.subarray(group << 8, (group + 1) << 8))
}

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
