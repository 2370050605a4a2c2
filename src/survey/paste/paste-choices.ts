import { plainSpaces, takeMarker } from './lines.ts'

export interface PastedChoices {
  /** The words of each new choice, in the order they were pasted. */
  readonly added: readonly string[]
  readonly duplicatesSkipped: readonly string[]
  /** How many lines began with a bullet, a number or a letter, which was taken off. */
  readonly markersDropped: number
  readonly blanksDropped: number
  /** Cells of a spreadsheet that stood beside the first words of their line. */
  readonly cellsPassedOver: number
  /** For the designer: `8 choices added, 1 duplicate skipped.` */
  readonly told: string
}

/**
 * Reads choices, or the items of a grid, from pasted text, one a line. Bullets, numbers, letters and blank lines are
 * dropped. A single line is taken apart at tabs, `;`, `|` and ` / `. What is there already is skipped whatever its case.
 *
 * @param existing the words of the choices that the question has
 * @example pasteChoices('• Yes\n• No\n\n• Yes', []).told // '2 choices added, 1 duplicate skipped.'
 */
export const pasteChoices = (text: string, existing: readonly string[]): PastedChoices => {
  const lines = plainSpaces(text).replace(/\n+$/, '').split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  const [only = ''] = filled
  const parts = filled.length === 1 ? only.split(/\t|\s*[;|]\s*|\s+\/\s+/).filter((part) => part.trim() !== '') : filled
  const lettered = inOrder(parts)
  const read = parts.map((part) => readChoice(part, lettered))
  const known = new Set(existing.map(sameness))
  const added: string[] = []
  const duplicatesSkipped: string[] = []
  for (const { words } of read) {
    if (words === '') continue
    if (known.has(sameness(words))) duplicatesSkipped.push(words)
    else {
      known.add(sameness(words))
      added.push(words)
    }
  }
  return {
    added,
    duplicatesSkipped,
    markersDropped: read.filter(({ marked }) => marked).length,
    blanksDropped: text.trim() === '' ? 0 : lines.length - filled.length,
    cellsPassedOver: read.reduce((cells, { beside }) => cells + beside, 0),
    told: told(added.length, duplicatesSkipped.length),
  }
}

const sameness = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** Letters count only where they go up with the lines: "A. Smith" alone is a name. */
const inOrder = (parts: readonly string[]): boolean =>
  parts.length > 1 &&
  parts.every(
    (part, index) => /^\s*\(?([a-z])[.)]\s/i.exec(part)?.[1]?.toLowerCase() === String.fromCodePoint(97 + index),
  )

const readChoice = (
  part: string,
  lettered: boolean,
): { readonly words: string; readonly marked: boolean; readonly beside: number } => {
  const taken = takeMarker(part.trim())
  const keeps =
    taken.marker === 'none' || taken.marker === 'question-number' || (taken.marker === 'letter' && !lettered)
  const [words = '', ...beside] = (keeps ? part.trim() : taken.words)
    .split('\t')
    .map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
  return { words, marked: !keeps, beside: beside.filter((cell) => cell !== '').length }
}

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

const told = (added: number, skipped: number): string =>
  [
    added === 0 ? 'No choices added' : `${counted(added, 'choice')} added`,
    ...(skipped === 0 ? [] : [`${counted(skipped, 'duplicate')} skipped`]),
  ].join(', ') + '.'
