import type { PastedLine } from './lines.ts'

/** Shorter lines end where their writer ended them. */
const shortestWrapped = 45

const ended = /[.?!:;)\]_…]$/

/** A line that goes on in the next one: mails are broken at 60 to 80 characters, in the middle of a sentence. */
const goesOn = (line: PastedLine, next: PastedLine): boolean => {
  if (line.words === '' || next.words === '' || next.marker !== 'none') return false
  if (line.cells.length > 1 || next.cells.length > 1 || ended.test(line.words)) return false
  const breaksInside =
    /^[\p{Ll}(“"'‘\d]/u.test(next.words) || /(?:,|\b(?:a|and|at|by|for|in|of|on|or|the|to|with|your))$/.test(line.words)
  const length = line.indent + line.words.length / Math.max(1, line.last - line.number + 1)
  return breaksInside && length >= shortestWrapped
}

/** The lines with those joined again that a mail or a narrow column broke. */
export const joinWrapped = (lines: readonly PastedLine[]): readonly PastedLine[] => {
  const joined: PastedLine[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    if (before === undefined || before.last !== line.number - 1 || !goesOn(before, line)) {
      joined.push(line)
      continue
    }
    const words = `${before.words} ${line.words}`
    joined[joined.length - 1] = { ...before, last: line.last, words, cells: [words] }
  }
  return joined
}
