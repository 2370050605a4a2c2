import type { Element } from '../definition.ts'

/**
 * Whether something can be asked for each entry of a repeated group: a question that is one item. Consent and the
 * “Other” rows of a grid belong to the form, and so does a question that was one of them and may be again.
 */
export const fitsInGroup = (element: Element): boolean => {
  switch (element.type) {
    case 'panel':
    case 'matrix':
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return false
    case 'radiogroup':
    case 'checkbox':
    case 'rating':
    case 'text':
    case 'comment': {
      const { openEnded, consent, kept } = element.proforma ?? {}
      return [openEnded, consent, kept?.openEnded, kept?.consent].every((setting) => setting === undefined)
    }
    default:
      return element satisfies never
  }
}
