import type { Entry } from './definition.ts'
import { sha256Hex } from './sha256.ts'
import { asChoice } from './text.ts'

/**
 * A list in the order that one respondent sees. At random it is shuffled by the seed (the response's id, so that a
 * form opened again looks the same), and "Not sure", "Prefer not to say" and "None of these" stay at the end.
 */
export const shownOrder = <T extends Entry>(
  entries: readonly T[],
  order: 'random' | undefined,
  seed: string,
): readonly T[] => {
  if (order === undefined) return entries
  const answers = entries.filter((entry) => asChoice(entry).role === undefined)
  const ends = entries.filter((entry) => asChoice(entry).role !== undefined)
  // A digest for each: every order is as likely as another, whatever the seed looks like.
  const drawn = answers.map((entry) => ({ entry, ticket: sha256Hex(`${seed} ${asChoice(entry).value}`) }))
  return [...drawn.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)).map(({ entry }) => entry), ...ends]
}
