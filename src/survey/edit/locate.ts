import type { Definition, Element, Page, Question } from '../definition.ts'
import { innerOf, withInner } from '../inner-elements.ts'

/** The question or panel of that name. */
export const findElement = (definition: Definition, name: string): Element | undefined => {
  for (const page of definition.pages) {
    const found = inElements(page.elements, name)
    if (found !== undefined) return found
  }
  return undefined
}

export const findQuestion = (definition: Definition, name: string): Question | undefined => {
  const found = findElement(definition, name)
  return found?.type === 'panel' ? undefined : found
}

export const findPage = (definition: Definition, name: string): Page | undefined =>
  definition.pages.find((page) => page.name === name)

const inElements = (elements: readonly Element[], name: string): Element | undefined => {
  for (const element of elements) {
    if (element.name === name) return element
    const inside = inElements(innerOf(element), name)
    if (inside !== undefined) return inside
  }
  return undefined
}

/** A survey with the elements of that name put in the place of one; the same survey where there is none. */
export const replaceElement = (
  definition: Definition,
  name: string,
  replace: (element: Element) => readonly Element[],
): Definition => {
  for (const [index, page] of definition.pages.entries()) {
    const elements = replaceIn(page.elements, name, replace)
    if (elements !== page.elements) return { ...definition, pages: definition.pages.with(index, { ...page, elements }) }
  }
  return definition
}

const replaceIn = (
  elements: readonly Element[],
  name: string,
  replace: (element: Element) => readonly Element[],
): readonly Element[] => {
  for (const [index, element] of elements.entries()) {
    if (element.name === name) return elements.toSpliced(index, 1, ...replace(element))
    const inner = innerOf(element)
    const inside = replaceIn(inner, name, replace)
    if (inside !== inner) return elements.with(index, withInner(element, inside))
  }
  return elements
}

/** A survey with one page changed. */
export const replacePage = (definition: Definition, name: string, change: (page: Page) => Page): Definition => {
  const index = definition.pages.findIndex((page) => page.name === name)
  const page = definition.pages[index]
  return page === undefined ? definition : { ...definition, pages: definition.pages.with(index, change(page)) }
}
