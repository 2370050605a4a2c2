import type { Choice, Definition, Entry, ListName, Question } from '../definition.ts'
import { namePattern } from '../ids.ts'
import { asChoice, choiceLabel } from '../text.ts'
import { editList } from './edit-list.ts'
import { withFaces } from './edit-question.ts'
import type { Edited } from './edited.ts'
import { listOf, removedFrom, valueOf, wordsOf } from './lists.ts'
import { named } from './named-in-words.ts'
import { replaceElement } from './locate.ts'
import { newEntry } from './new-entry.ts'

/**
 * Puts a list that is used again in the place of a list of a question. Codes and roles come with it, so that tables of
 * different surveys compare; but what stood there in the same words keeps its code, and a code that this list once gave
 * to other words is not given again. The steps of a scale are numbered, and what is no step stays behind, with a notice.
 */
export const putList = (definition: Definition, name: string, list: ListName, choices: readonly Choice[]): Edited => {
  const fit = list === 'rateValues' ? choices.filter(({ role }) => role === undefined) : choices
  const left = choices.filter((choice) => !fit.includes(choice)).map((choice) => `‘${choiceLabel(choice)}’`)
  const notices =
    left.length === 0 ? [] : [`${left.join(' and ')} ${left.length === 1 ? 'is no step' : 'are no steps'} of a scale.`]
  const put = editList(
    definition,
    name,
    list,
    (entries, question) => {
      const next: Entry[] = []
      for (const choice of fit) next.push(entryFor(question, list, choice, entries, next))
      return next.length === entries.length && next.every((entry, index) => entry === entries[index]) ? entries : next
    },
    (question) => `Put a list of ${fit.length} into ${named(question)}`,
    notices,
  )
  return put.ok && list === 'rateValues'
    ? {
        ...put,
        definition: replaceElement(put.definition, name, (one) => [one.type === 'panel' ? one : withFaces(one)]),
      }
    : put
}

const entryFor = (
  question: Question,
  list: ListName,
  choice: Choice,
  entries: readonly Entry[],
  also: readonly Entry[],
): Entry => {
  const words = choiceLabel(choice)
  const there = entries.find((entry) => wordsOf(entry) === words)
  if (there !== undefined && !has(also, valueOf(there))) return withRole(there, list, choice)
  const known = [...(listOf(question, list) ?? []), ...removedFrom(question, list), ...also]
  const canHaveCode = list === 'choices' || list === 'columns' || (list === 'rows' && namePattern.test(valueOf(choice)))
  const fresh = canHaveCode && !has(known, valueOf(choice)) ? choice : newEntry(question, list, words, { also })
  return withRole({ ...asChoice(fresh), text: choice.text ?? words }, list, choice)
}

/** What an answer means comes with the list; an item of a grid is no answer. */
const withRole = (entry: Entry, list: ListName, { role }: Choice): Entry => {
  const { role: before, ...plain } = asChoice(entry)
  const next = list === 'rows' || list === 'rateValues' ? undefined : role
  if (before === next) return entry
  return next === undefined ? plain : { ...plain, role: next }
}

const has = (entries: readonly Entry[], value: string): boolean =>
  entries.some((entry) => valueOf(entry).toLowerCase() === value.toLowerCase())
