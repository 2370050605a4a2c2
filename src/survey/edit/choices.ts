import type { Definition, Entry, ListName } from '../definition.ts'
import { asChoice } from '../text.ts'
import { editList } from './edit-list.ts'
import { type Edited, refused } from './edited.ts'
import { entryNames, valueOf, wordsOf } from './lists.ts'
import { named, quoted } from './named-in-words.ts'
import { newEntry } from './new-entry.ts'
import { original, setText, tooLong } from './set-text.ts'

/**
 * Adds choices, answers of a grid, its items or steps of a scale, after the one with that value or at the end. Words
 * that stand in the list already are skipped, and a notice says how many.
 */
export const addChoices = (
  definition: Definition,
  name: string,
  list: ListName,
  words: readonly string[],
  after: string | null = null,
): Edited => {
  const long = words.map(tooLong).find((reason) => reason !== null)
  if (long) return long
  let added = 0
  const skipped: string[] = []
  const edited = editList(
    definition,
    name,
    list,
    (entries, question) => {
      const present = new Set(entries.map(wordsOf))
      const fresh: Entry[] = []
      for (const one of words) {
        if (present.has(one)) skipped.push(one)
        else fresh.push(newEntry(question, list, one, { also: fresh }))
        present.add(one)
      }
      added = fresh.length
      const index = after === null ? -1 : entries.findIndex((entry) => valueOf(entry) === after)
      return added === 0 ? entries : entries.toSpliced(index < 0 ? entries.length : index + 1, 0, ...fresh)
    },
    () => `${counted(added, list)} added`,
  )
  if (!edited.ok || skipped.length === 0) return edited
  const notice = `${skipped.length} ${skipped.length === 1 ? 'duplicate' : 'duplicates'} skipped.`
  return { ...edited, notices: [notice, ...edited.notices] }
}

const counted = (count: number, list: ListName): string => `${count} ${entryNames[list]}${count === 1 ? '' : 's'}`

/** Takes one off a list. Rules that ask for it lose it; written again in the same words it has its code back. */
export const removeChoice = (definition: Definition, name: string, list: ListName, value: string): Edited => {
  let removed = ''
  return editList(
    definition,
    name,
    list,
    (entries) => {
      const entry = entries.find((one) => valueOf(one) === value)
      if (entry === undefined) return entries
      removed = wordsOf(entry)
      return entries.filter((one) => one !== entry)
    },
    () => `Removed ${quoted(removed)}`,
  )
}

/** Words one of a list anew, in one language. Its code stays: a new wording is not a new answer. */
export const rewordChoice = (
  definition: Definition,
  name: string,
  list: ListName,
  value: string,
  words: string,
  language: string = original,
): Edited =>
  tooLong(words) ??
  changeEntry(
    definition,
    name,
    list,
    value,
    (entry) => {
      const choice = asChoice(entry)
      // A bare value is its own wording, and stays so in the language it was written in.
      const before = choice.text ?? String(choice.value)
      const text = setText(before, language, words)
      return text === before ? entry : { ...choice, text }
    },
    `Reworded ${quoted(words)}`,
  )

/** Puts one of a list at another place in it, counted from 0. */
export const moveChoice = (definition: Definition, name: string, list: ListName, value: string, to: number): Edited =>
  editList(
    definition,
    name,
    list,
    (entries) => {
      const index = entries.findIndex((entry) => valueOf(entry) === value)
      const entry = entries[index]
      const place = Math.max(0, Math.min(entries.length - 1, Math.trunc(to)))
      if (entry === undefined || place === index) return entries
      return entries.toSpliced(index, 1).toSpliced(place, 0, entry)
    },
    (question) => `Changed the order in ${named(question)}`,
  )

/** Changes one of a list in place. */
export const changeEntry = (
  definition: Definition,
  name: string,
  list: ListName,
  value: string,
  change: (entry: Entry) => Entry,
  did: string,
): Edited =>
  editList(
    definition,
    name,
    list,
    (entries) => {
      const index = entries.findIndex((entry) => valueOf(entry) === value)
      const entry = entries[index]
      if (entry === undefined) return refused(`This ${entryNames[list]} is no longer in the list.`)
      const next = change(entry)
      return next === entry ? entries : entries.with(index, next)
    },
    () => did,
  )
