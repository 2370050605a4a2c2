import type { Filling } from '../../response/filling.ts'
import { putInAnswers } from '../../response/put-in-answers.ts'
import type { Definition, Element } from '../../survey/definition.ts'
import { elementsByName } from '../../survey/questions.ts'
import { type ShownPage, shownPages } from './paging.ts'

/** A form as it reads now: its wordings with the answers that they put in. */
export interface FormNow {
  readonly definition: Definition
  readonly elements: ReadonlyMap<string, Element>
  readonly pages: readonly ShownPage[]
}

/** A form whose wordings hold the answers given so far. What is not asked any more is not put in. */
export const formNow = (
  filling: Filling,
  definition: Definition,
  elements: ReadonlyMap<string, Element>,
  language: string,
  dayInWords: (iso: string) => string,
): FormNow => {
  const pages = shownPages(filling, elements)
  const asked = new Set(pages.flatMap(({ questions }) => questions.map(({ name }) => name)))
  const answers = Object.fromEntries(Object.entries(filling.typed()).filter(([name]) => asked.has(name)))
  const worded = putInAnswers(definition, answers, language, dayInWords)
  if (worded === definition) return { definition, elements, pages }
  const inWords = elementsByName(worded)
  return { definition: worded, elements: inWords, pages: shownPages(filling, inWords) }
}
