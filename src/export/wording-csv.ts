import type { Definition, Text } from '../survey/definition.ts'
import { placedWordings } from '../survey/placed-wordings.ts'
import { textIn } from '../survey/text.ts'
import { csvCell } from './csv-cell.ts'

export const wordingHeader = ['Id', 'Where', 'Original', 'Translation'] as const

/**
 * The wording of a survey for a translator, as CSV: a line for each wording that has words, with what is translated
 * already. Begins with a byte order mark, without which spreadsheets read Welsh and Urdu as garbage.
 *
 * @param language what it is translated into: `cy`
 * @example 'Id,Where,Original,Translation\r\nrole.title,Question 1,What is your role?,Beth yw eich rôl?\r\n'
 */
export const wordingCsv = (definition: Definition, language: string): string => {
  const lines = placedWordings(definition)
    .filter(({ text }) => textIn(text).trim() !== '')
    .map(({ path, place, text }) => [path, place, textIn(text), translationOf(text, language)])
  return `\uFEFF${[wordingHeader, ...lines].map((cells) => `${cells.map(safeCell).join(',')}\r\n`).join('')}`
}

const translationOf = (text: Text, language: string): string => (typeof text === 'string' ? '' : (text[language] ?? ''))

/** A cell that comes back as it was: one apostrophe before a formula is ours, so words that begin like that get another. */
const safeCell = (text: string): string => csvCell(/^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** The words of a cell that {@link wordingCsv} wrote. */
export const wordsOfCell = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
