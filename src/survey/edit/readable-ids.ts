import type { Definition, ListName, Question } from '../definition.ts'
import { elementsByName, questionsOf } from '../questions.ts'
import { textIn } from '../text.ts'
import { done, type Edited, refused } from './edited.ts'
import { freeId, freshName, slug, takenNames } from './fresh-name.ts'
import { entryNames, listOf, removedFrom, valueOf, wordsOf } from './lists.ts'
import { type Codes, recodeList } from './recode-list.ts'
import { hasLongRule, renameAll } from './rename-element.ts'

const lists: readonly ListName[] = ['choices', 'columns', 'rows']

/**
 * Gives questions and choices that were added before they had words (`question_3`, `choice_2`) ids out of their words,
 * so that an exported file can be read. Rules and links follow. What stands in a published version is left alone: data
 * hangs on it. Meant for just before publishing.
 */
export const giveReadableIds = (definition: Definition, published: readonly Definition[]): Edited => {
  const fixed = new Map(published.flatMap(questionsOf).map((question) => [question.name, question]))
  const recoded = questionsOf(definition)
    // An open-ended row has the codes of its grid, and takes them from there.
    .filter(({ name, proforma }) => proforma?.openEnded === undefined && !fixed.has(name))
    .flatMap((question) => lists.map((list) => ({ question, list, codes: codesFor(question, list) })))
    .filter(({ codes }) => codes.size > 0)
    .reduce((all, { question, list, codes }) => recodeList(all, question, list, codes), definition)
  const renamed = renameAll(recoded, namesFor(recoded, new Set(fixed.keys())))
  if (hasLongRule(renamed)) return refused('A rule would be too long with readable ids.')
  return done(renamed, 'Gave questions and choices readable ids')
}

const codesFor = (question: Question, list: ListName): Codes => {
  const entries = listOf(question, list) ?? []
  const fallback = entryNames[list]
  const taken = new Set([...entries, ...removedFrom(question, list)].map((entry) => valueOf(entry).toLowerCase()))
  const codes = new Map<string, string>()
  for (const entry of entries) {
    const wanted = slug(wordsOf(entry), fallback)
    if (!/^(?:choice|answer|item)_\d+$/.test(valueOf(entry)) || wanted === fallback || wanted === valueOf(entry))
      continue
    const code = freeId(wanted, fallback, taken)
    taken.add(code)
    codes.set(valueOf(entry), code)
  }
  return codes
}

const namesFor = (definition: Definition, fixed: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const taken = takenNames(definition)
  const renames = new Map<string, string>()
  for (const [name, { type, title }] of elementsByName(definition)) {
    const words = textIn(title)
    if (type === 'panel' || !/^question_\d+$/.test(name) || fixed.has(name)) continue
    if (slug(words, 'question') === 'question') continue
    const fresh = freshName(taken, words, 'question')
    taken.add(fresh.toLowerCase())
    renames.set(name, fresh)
  }
  return renames
}
