import type { Definition, Element, Page, Panel, Question } from './definition.ts'
import { innerOf } from './inner-elements.ts'

const inElements = (elements: readonly Element[]): readonly Question[] =>
  elements.flatMap((element) =>
    element.type === 'panel' ? inElements(element.elements) : [element, ...inElements(innerOf(element))],
  )

/** Every question, in the order it is asked: those inside panels, and those of a repeated group right after it. */
export const questionsOf = (definition: Definition): readonly Question[] =>
  definition.pages.flatMap((page) => inElements(page.elements))

const askedOnce = (elements: readonly Element[]): readonly Question[] =>
  elements.flatMap((element) => (element.type === 'panel' ? askedOnce(element.elements) : [element]))

/** The questions that a form answers once, in the order they are asked: a repeated group, and not what is in it. */
export const formQuestionsOf = (definition: Definition): readonly Question[] =>
  definition.pages.flatMap((page) => askedOnce(page.elements))

/** The questions of a page or a panel, in the order they are asked. */
export const questionsIn = (part: Page | Panel): readonly Question[] => inElements(part.elements)

/** Every question and panel by its name. */
export const elementsByName = (definition: Definition): ReadonlyMap<string, Element> =>
  new Map(definition.pages.flatMap((page) => named(page.elements)))

const named = (elements: readonly Element[]): readonly (readonly [string, Element])[] =>
  elements.flatMap((element) => [[element.name, element] as const, ...named(innerOf(element))])
