import type { Definition, Element, GroupQuestion, Question } from './definition.ts'

/** What stands inside an element: the elements of a panel, the questions of a repeated group; nothing in any other. */
export const innerOf = (element: Element): readonly Element[] => {
  if (element.type === 'panel') return element.elements
  return element.type === 'paneldynamic' ? element.templateElements : []
}

/** An element with other elements inside; the very same where it has these already. A group is given questions only. */
export const withInner = (element: Element, inner: readonly Element[]): Element => {
  if (inner === innerOf(element)) return element
  if (element.type === 'panel') return { ...element, elements: inner }
  return element.type === 'paneldynamic' ? { ...element, templateElements: inner as readonly Question[] } : element
}

/** The repeated groups of a survey, in the order they are asked. */
export const groupsOf = (definition: Definition): readonly GroupQuestion[] =>
  definition.pages.flatMap((page) => groupsIn(page.elements))

const groupsIn = (elements: readonly Element[]): readonly GroupQuestion[] =>
  elements.flatMap((element) => {
    if (element.type === 'panel') return groupsIn(element.elements)
    return element.type === 'paneldynamic' ? [element] : []
  })

/** The repeated group that a question stands in; null where it is asked once. */
export const groupAround = (definition: Definition, name: string): GroupQuestion | null =>
  groupsOf(definition).find((group) => group.templateElements.some((question) => question.name === name)) ?? null
