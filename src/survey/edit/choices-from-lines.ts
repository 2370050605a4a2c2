import type { Definition, Entry, ListName } from '../definition.ts'
import { editList } from './edit-list.ts'
import type { Edited } from './edited.ts'
import { wordsOf } from './lists.ts'
import { named } from './named-in-words.ts'
import { newEntry } from './new-entry.ts'
import { tooLong } from './set-text.ts'

/**
 * "Edit as a list": the whole list as lines. A line that stood there before keeps its code, role and translations,
 * wherever it stands now, so that its data stays; a line twice is taken once, and a notice says so.
 */
export const setChoices = (definition: Definition, name: string, list: ListName, lines: readonly string[]): Edited => {
  const long = lines.map(tooLong).find((reason) => reason !== null)
  if (long) return long
  const words = [...new Set(lines.map((line) => line.trim().toWellFormed()).filter((line) => line !== ''))]
  const twice = lines.filter((line) => line.trim() !== '').length - words.length
  const notices = twice === 0 ? [] : [`${twice} ${twice === 1 ? 'duplicate' : 'duplicates'} skipped.`]
  return editList(
    definition,
    name,
    list,
    (entries, question) => {
      const next: Entry[] = []
      for (const line of words) {
        next.push(entries.find((entry) => wordsOf(entry) === line) ?? newEntry(question, list, line, { also: next }))
      }
      const same = next.length === entries.length && next.every((entry, index) => entry === entries[index])
      return same ? entries : next
    },
    (question) => `Changed the list of ${named(question)}`,
    notices,
  )
}

/** The list as lines, to be edited. */
export const linesOfChoices = (entries: readonly Entry[]): readonly string[] => entries.map(wordsOf)
