/** How much one page may carry, in characters of JSON, unless a single return is larger. */
const pageCharacters = 4 * 1024 * 1024

interface Size {
  readonly seq: number
  readonly characters: number
}

/**
 * Where a page ends: at `limit` returns or at its room, whichever comes first, but never before the first return.
 * `sizes` are those that wait, in order, one more than the limit if there are so many. `last` is null for none.
 */
export const cutPage = (
  sizes: readonly Size[],
  limit: number,
  room = pageCharacters,
): { readonly last: number | null; readonly more: boolean } => {
  let count = 0
  let used = 0
  for (const { characters } of sizes.slice(0, limit)) {
    used += characters
    if (count > 0 && used > room) break
    count += 1
  }
  return { last: sizes[count - 1]?.seq ?? null, more: sizes.length > count }
}
