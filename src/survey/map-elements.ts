import type { Definition, Element, Page } from './definition.ts'
import { innerOf, withInner } from './inner-elements.ts'

/*
 * Changes that share: what a change leaves alone stays the very same object, so that an undo list of hundreds of
 * surveys costs little more than one, and a page redraws only what is new.
 */

/** Maps a list; gives the same list back where no member changed. */
export const mapSame = <T>(list: readonly T[], change: (member: T) => T): readonly T[] => {
  let changed: T[] | null = null
  for (const [index, member] of list.entries()) {
    const next = change(member)
    if (next === member) continue
    changed ??= [...list]
    changed[index] = next
  }
  return changed ?? list
}

/** An element with each element in it changed, from the inside out. */
export const mapElement = (element: Element, change: (element: Element) => Element): Element => {
  const inner = innerOf(element)
  return change(
    inner.length === 0
      ? element
      : withInner(
          element,
          mapSame(inner, (one) => mapElement(one, change)),
        ),
  )
}

/** A survey with each element changed, those inside panels and groups first. */
export const mapElements = (definition: Definition, change: (element: Element) => Element): Definition =>
  mapPages(definition, (page) => {
    const elements = mapSame(page.elements, (element) => mapElement(element, change))
    return elements === page.elements ? page : { ...page, elements }
  })

/** A survey with each page changed. */
export const mapPages = (definition: Definition, change: (page: Page) => Page): Definition => {
  const pages = mapSame(definition.pages, change)
  return pages === definition.pages ? definition : { ...definition, pages }
}
