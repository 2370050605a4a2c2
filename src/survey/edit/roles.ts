import type { AnswerRole, Definition, ListName, Question } from '../definition.ts'
import { asChoice } from '../text.ts'
import { changeEntry } from './choices.ts'
import { editList } from './edit-list.ts'
import { type Edited, gone, refused } from './edited.ts'
import { listOf, wordsOf } from './lists.ts'
import { findQuestion } from './locate.ts'
import { named, quoted } from './named-in-words.ts'
import { newEntry } from './new-entry.ts'

/** How an answer of a role is worded when it is added by one tap. */
const roleWords: { readonly [R in AnswerRole]: string } = {
  'not-sure': 'Not sure',
  refused: 'Prefer not to say',
  'dont-know': 'Don’t know',
  none: 'None of these',
}

/** The list that a question is answered from. */
const answerList = (question: Question): ListName | null => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return 'choices'
    case 'matrix':
      return 'columns'
    case 'rating':
      return 'rateValues'
    case 'text':
    case 'comment':
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return null
    default:
      return question satisfies never
  }
}

/** Whether a question offers an answer of that role. */
export const offersRole = (question: Question, role: AnswerRole): boolean => {
  const list = answerList(question)
  return list !== null && (listOf(question, list) ?? []).some((entry) => asChoice(entry).role === role)
}

/** One tap: offers "Not sure", "Prefer not to say", … as the last answer, or takes it off again. */
export const offerRole = (definition: Definition, name: string, role: AnswerRole, offered: boolean): Edited => {
  const question = findQuestion(definition, name)
  if (question === undefined) return gone()
  const list = answerList(question)
  if (list === null) return refused('Only a question with choices can offer this.')
  const words = quoted(roleWords[role])
  return editList(
    definition,
    name,
    list,
    (entries) => {
      if (offersRole(question, role) === offered) return entries
      if (!offered) return entries.filter((entry) => asChoice(entry).role !== role)
      const worded = entries.findIndex((entry) => wordsOf(entry) === roleWords[role])
      const there = entries[worded]
      if (there !== undefined) return entries.with(worded, { ...asChoice(there), role })
      return [...entries, { ...asChoice(newEntry(question, list, roleWords[role], { isStep: false })), role }]
    },
    () => (offered ? `Added ${words} to ${named(question)}` : `Took ${words} off ${named(question)}`),
  )
}

/** Says what an answer means beyond its words, or with null that it is an answer like the others. */
export const setRole = (
  definition: Definition,
  name: string,
  list: Exclude<ListName, 'rows'>,
  value: string,
  role: AnswerRole | null,
): Edited =>
  changeEntry(
    definition,
    name,
    list,
    value,
    (entry) => {
      const { role: _, ...plain } = asChoice(entry)
      return role === null ? plain : { ...plain, role }
    },
    role === null ? 'An answer like the others now' : `Counts as ${quoted(roleWords[role])} now`,
  )
