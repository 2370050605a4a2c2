import type { Definition, Element, Page } from './definition.ts'
import { innerOf } from './inner-elements.ts'

/** About so many items stand on one page: more are slow to read, to scroll and to draw. */
const most = 20

/**
 * The same form with a page for each section, for interviewers and for officers at a desk. A section of more than about
 * 20 items becomes several pages of like length; a grid and a panel stay whole. Names, rules and so statuses stay what
 * they were; the section's rule guards each of its pages.
 */
export const severalAPage = (definition: Definition): Definition => ({
  ...definition,
  pages: definition.pages.flatMap((page) => {
    const parts = inParts(page.elements)
    if (parts.length <= 1) return [page]
    // A colon can't stand in a name, so no page of the definition is called this.
    return parts.map((elements): Page => ({ ...page, name: `${page.name}:${elements[0]?.name}`, elements }))
  }),
})

const inParts = (elements: readonly Element[]): readonly (readonly Element[])[] => {
  const all = sum(elements)
  const wanted = Math.ceil(all / Math.ceil(all / most))
  const parts: Element[][] = []
  let held = 0
  for (const element of elements) {
    const own = itemsIn(element)
    const part = parts.at(-1)
    if (part === undefined || held + own > wanted) {
      parts.push([element])
      held = own
    } else {
      part.push(element)
      held += own
    }
  }
  return parts
}

const itemsIn = (element: Element): number => {
  const inner = innerOf(element)
  if (inner.length > 0) return sum(inner)
  return element.type === 'matrix' ? element.rows.length : 1
}

const sum = (elements: readonly Element[]): number => elements.reduce((items, element) => items + itemsIn(element), 0)
