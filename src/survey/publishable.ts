import type { Definition, Element } from './definition.ts'
import { mapElements } from './map-elements.ts'

/**
 * A draft without what only its builder needs: kept lists, retired names and findings called fine. What people answer,
 * and what is hashed.
 */
export const publishable = (draft: Definition): Definition => {
  const bare = mapElements(draft, withoutKept)
  if (bare.proforma.retired === undefined && bare.proforma.fine === undefined) return bare
  const { retired: _, fine: __, ...proforma } = bare.proforma
  return { ...bare, proforma }
}

const withoutKept = (element: Element): Element => {
  if (element.type === 'panel' || element.proforma?.kept === undefined) return element
  const { proforma, ...question } = element
  const { kept: _, ...settings } = proforma
  return Object.keys(settings).length === 0 ? question : { ...question, proforma: settings }
}
