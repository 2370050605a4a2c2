import type { Element, Page } from '../../survey/definition.ts'

/** Whether a section, group or question is, or has in it, the one of that name. */
export const holds = (part: Page | Element, name: string): boolean =>
  part.name === name || ('elements' in part && part.elements.some((element) => holds(element, name)))
