import type { Element, Page } from '../../survey/definition.ts'
import { innerOf } from '../../survey/inner-elements.ts'

/** Whether a section, group or question is, or has in it, the one of that name. */
export const holds = (part: Page | Element, name: string): boolean =>
  part.name === name || ('type' in part ? innerOf(part) : part.elements).some((element) => holds(element, name))
