const bullet = /^(?:[-*•·‣◦▪–—]\s+|[\u{F000}-\u{F0FF}]\s*|\(?\d{1,3}[.)]\s+|\(?[a-zA-Z][.)]\s+)/u

/**
 * The lines of a pasted text, without bullets, numbers and blanks: from Word, a mail, a column of a spreadsheet. One
 * row of a spreadsheet gives its cells; of several rows the first column is taken.
 */
export const linesOfText = (text: string): readonly string[] => {
  const lines = text
    .toWellFormed()
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(bullet, ''))
    .filter((line) => line !== '')
  const [only, ...others] = lines
  const cells =
    only !== undefined && others.length === 0 ? only.split('\t') : lines.map((line) => line.split('\t', 1)[0])
  return cells.map((cell = '') => cell.trim()).filter((cell) => cell !== '')
}
