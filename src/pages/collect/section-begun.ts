import type { Definition, Page } from '../../survey/definition.ts'
import { textIn } from '../../survey/text.ts'
import type { ShownPage } from './paging.ts'

/** The section that begins on a page, where it has words of its own; null inside a section, and where it has none. */
export const sectionBegun = (
  definition: Definition,
  pages: readonly ShownPage[],
  index: number,
  language: string,
): Page | null => {
  const section = sectionOf(definition, pages[index])
  if (section === undefined || (index > 0 && sectionOf(definition, pages[index - 1]) === section)) return null
  return textIn(section.title, language) === '' && textIn(section.description, language) === '' ? null : section
}

/** The section that a page belongs to. A page that is a part of one is called after it: `about_you:role`. */
export const sectionOf = (definition: Definition, page: ShownPage | undefined): Page | undefined => {
  const name = page?.name.split(':')[0]
  return definition.pages.find((one) => one.name === name)
}
