import type { Element, Question } from '../definition.ts'
import { entryReference, isEntryReference, withoutEntry } from '../entry-reference.ts'
import { mapElement } from '../map-elements.ts'
import { changeAnswersInText } from '../text-parts.ts'
import { mapElementTexts } from '../wordings.ts'
import { withSettings } from './edit-question.ts'
import { changeText } from './set-text.ts'

/** Old name → new name. */
export type Renames = ReadonlyMap<string, string>

/** An element under its new names, with every rule, wording and link in it pointed at the new names. */
export const repointElement = (element: Element, renames: Renames): Element =>
  mapElementTexts(
    mapElement(element, (one) => repointOwn(one, renames)),
    (text) => changeText(text, (words) => repointText(words, renames)),
  )

export const repointText = (words: string, renames: Renames): string =>
  changeAnswersInText(words, (reference) => {
    const next = renames.get(withoutEntry(reference))
    return { answerTo: next === undefined ? reference : isEntryReference(reference) ? entryReference(next) : next }
  })

/** An expression with the questions in its braces renamed: `{old.row}` keeps its row, `{panel.old}` its entry. */
export const repointExpression = (expression: string, renames: Renames): string =>
  expression.replaceAll(/(\{\s*(?:panel\.)?)([A-Za-z]\w*)/g, (whole: string, brace: string, name: string) => {
    const next = renames.get(name)
    return next === undefined ? whole : `${brace}${next}`
  })

const repointOwn = (element: Element, renames: Renames): Element => {
  const name = renames.get(element.name) ?? element.name
  const visibleIf = element.visibleIf === undefined ? undefined : repointExpression(element.visibleIf, renames)
  const same = name === element.name && visibleIf === element.visibleIf
  const moved = same ? element : { ...element, name, ...(visibleIf === undefined ? {} : { visibleIf }) }
  return moved.type === 'panel' ? moved : repointLink(moved, renames)
}

const repointLink = (question: Question, renames: Renames): Question => {
  const link = question.proforma?.openEnded
  if (link === undefined) return question
  const next = { of: renames.get(link.of) ?? link.of, words: renames.get(link.words) ?? link.words }
  return next.of === link.of && next.words === link.words ? question : withSettings(question, { openEnded: next })
}
