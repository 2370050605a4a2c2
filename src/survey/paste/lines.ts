/** One line as it was pasted, taken apart: how far in it stands, what it begins with, what it says. */
export interface PastedLine {
  /** 1 for the first line that was pasted. */
  readonly number: number
  /** The last line that was joined to it: mails break a long sentence over several. */
  readonly last: number
  /** Columns from the left, a tab counting as 4. */
  readonly indent: number
  readonly marker: Marker
  /** The words, without the marker and without space around them. */
  readonly words: string
  /** What a spreadsheet puts side by side; one cell where there was no tab. */
  readonly cells: readonly string[]
}

/** What a line begins with: `1.` or `Q1:` a number, `a)` a letter, a bullet or dash, `( )` a round box, `☐` a square one. */
export type Marker = 'none' | 'number' | 'question-number' | 'letter' | 'bullet' | 'round-box' | 'square-box'

const markers: readonly (readonly [Marker, RegExp])[] = [
  ['question-number', /^(?:q(?:uestion)?\s*\.?\s*\d{1,3}\s*[.):\-–]?)\s+(?=\S)/i],
  ['question-number', /^q\d{1,3}[a-z]?[.):]\s*(?=\S)/i],
  ['number', /^\(?\d{1,3}(?:[.)\]]|\s?[-–:](?=\s))(?:\s+|(?=[A-Za-z“"]))/],
  ['number', /^\d{1,3}\t\s*(?=\S)/],
  ['number', /^\d{1,2}\.\d{1,2}\.?\s+(?=[A-Z])/],
  ['letter', /^\(?[a-z][.)]\s+(?=\S)/i],
  ['letter', /^\(?(?:i{1,3}|iv|vi{0,3}|ix|x)\)\s+(?=\S)/i],
  ['square-box', /^(?:\[\s?[xX]?\s?\]|[☐☑☒□▢❏❑])\s*(?=\S)/],
  ['round-box', /^(?:\(\s?\)|[○◯◦⭘])\s*(?=\S)/],
  ['bullet', /^(?:[•·●▪▫■◆◇►▶‣⁃∙–—*+-]|o(?=\t))\s+(?=\S)/],
  ['bullet', /^[•·●▪▫■◆◇►▶‣⁃∙]\s*(?=\S)/],
]

/** What begins a line, and the rest of it: `1. Yes` is a number and `Yes`. */
export const takeMarker = (line: string): { readonly marker: Marker; readonly words: string } => {
  for (const [marker, pattern] of markers) {
    const found = pattern.exec(line)
    if (found) return { marker, words: line.slice(found[0].length).trim() }
  }
  return { marker: 'none', words: line.trim() }
}

/** Hard spaces become spaces, invisible marks go, curly quotes stay. */
export const plainSpaces = (text: string): string =>
  text
    .replaceAll(/\r\n?|\u2028|\u2029|\v/g, '\n')
    .replaceAll(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    // Symbol fonts of word processors put their bullets where Unicode keeps a place for anybody's own signs.
    .replaceAll(/[\uF0A7\uF0B7\uF0D8\uF06E]/g, '•')

/** The lines of a pasted text; empty ones have no words. The `>` of a quoted mail goes. */
export const pastedLines = (text: string): readonly PastedLine[] =>
  plainSpaces(text)
    .split('\n')
    .map((raw, index) => {
      const line = raw.replace(/^(?:\s?>)+ ?/, '')
      const start = /^[ \t]*/.exec(line)?.[0] ?? ''
      const rest = line.slice(start.length).trimEnd()
      const { marker, words } = takeMarker(rest)
      return {
        number: index + 1,
        last: index + 1,
        indent: start.replaceAll('\t', '    ').length,
        marker,
        words,
        cells: line.split('\t').map((cell) => cell.trim()),
      }
    })
