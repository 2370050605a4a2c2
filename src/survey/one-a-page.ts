import type { Definition, Page } from './definition.ts'

/**
 * The same form with one question a page, for families and links: each element of a page becomes a page of its own, and
 * a panel stays together. Names, rules and so statuses stay what they were; the page's rule guards each of its parts.
 */
export const oneAPage = (definition: Definition): Definition => ({
  ...definition,
  pages: definition.pages.flatMap((page) =>
    page.elements.map((element): Page => {
      const { elements: _, name, ...rest } = page
      // A colon can't stand in a name, so no page of the definition is called this.
      return { ...rest, name: `${name}:${element.name}`, elements: [element] }
    }),
  ),
})
