import type { Definition, Element, Page, Question, Text } from '../definition.ts'
import { withMembers, withSettings } from './edit-question.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { findElement, findPage, replaceElement, replacePage } from './locate.ts'
import { named, quoted } from './named-in-words.ts'
import { original, setText, tooLong } from './set-text.ts'

/** The wordings of a question, `each` those of a repeated group; a panel or section has the first two. */
export type WordingMember = 'title' | 'description' | 'prompts' | 'unit' | 'each'

/**
 * Sets a wording of a question, group or section in one language. Ids stay: a new wording is not a new question. Empty
 * words take a hint, prompts, a unit or the heading of a group or section away; a question keeps an empty title.
 */
export const reword = (
  definition: Definition,
  name: string,
  member: WordingMember,
  words: string,
  language: string = original,
): Edited => {
  const long = tooLong(words)
  if (long !== null) return long
  const page = findPage(definition, name)
  const element = findElement(definition, name)
  const part = page ?? element
  if (part === undefined) return gone()
  if (member === 'title' || member === 'description') {
    const mustStay = member === 'title' && element !== undefined && element.type !== 'panel'
    const text = reworded(part[member], language, words, mustStay)
    if (text === part[member]) return done(definition, sentence(part, member, words), { at: name })
    const next =
      page === undefined
        ? replaceElement(definition, name, (one) => [withMembers<Element>(one, { [member]: text })])
        : replacePage(definition, name, (one) => withMembers<Page>(one, { [member]: text }))
    return done(next, sentence(part, member, words), { at: name })
  }
  if (element === undefined || element.type === 'panel') return refused('Only a question has this.')
  const isGroup = element.type === 'paneldynamic'
  if (isGroup ? member === 'unit' : member === 'each') return refused('This kind of question has no such wording.')
  return done(rewordSetting(definition, element, member, words, language), sentence(part, member, words), { at: name })
}

const rewordSetting = (
  definition: Definition,
  question: Question,
  member: 'prompts' | 'unit' | 'each',
  words: string,
  language: string,
): Definition => {
  const before = question.proforma?.[member]
  const text = reworded(before, language, words, false)
  return text === before
    ? definition
    : replaceElement(definition, question.name, () => [withSettings(question, { [member]: text })])
}

/** A wording set, or taken away: a translation of nothing is nothing. */
const reworded = (text: Text | undefined, language: string, words: string, mustStay: boolean): Text | undefined => {
  const next = setText(text, language, words)
  const first = typeof next === 'string' ? next : next.default
  return first === '' && !mustStay ? undefined : next
}

const memberNames: { readonly [M in WordingMember]: string } = {
  title: 'wording',
  description: 'hint',
  prompts: 'prompts',
  unit: 'unit',
  each: 'word for an entry',
}

const sentence = (part: Element | Page, member: WordingMember, words: string): string =>
  member === 'title' && words !== ''
    ? `Reworded ${quoted(words)}`
    : `Changed the ${memberNames[member]} of ${named(part)}`
