import type { ResponseId, Revision, RevisionId } from './revision.ts'

/** What a table counts of a return: each response once, as it last stood. */
export type Returned = Pick<Revision, 'id' | 'response' | 'replaces' | 'version' | 'answers' | 'statuses'>

/**
 * The revision that counts for each response, in the order the responses first arrived: one that no other replaces.
 * Where two amend the same one (two tabs, two officers), the last to arrive counts, and neither is lost.
 */
export const currentReturns = <R extends Pick<Returned, 'id' | 'response' | 'replaces'>>(
  inOrderOfArrival: readonly R[],
): readonly R[] => {
  const replaced = new Set<RevisionId>(
    inOrderOfArrival.flatMap(({ replaces }) => (replaces === null ? [] : [replaces])),
  )
  const byResponse = new Map<ResponseId, R>()
  for (const revision of inOrderOfArrival) {
    const known = byResponse.get(revision.response)
    if (known === undefined || !replaced.has(revision.id) || replaced.has(known.id))
      byResponse.set(revision.response, revision)
  }
  return [...byResponse.values()]
}
