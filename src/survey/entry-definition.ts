import type { Definition, GroupQuestion, Text } from './definition.ts'
import { limits } from './limits.ts'

/** One entry of a repeated group as a survey of its own, so that entries are counted as forms are. */
export const entryDefinition = (
  definition: Definition,
  { name, title, templateElements }: GroupQuestion,
): Definition => {
  const { description: _, ...survey } = definition
  return { ...survey, pages: [{ name: `${name}_entry`, title, elements: templateElements }] }
}

/** What a group has an entry for, in the singular: "Child". */
export const eachOf = ({ proforma }: GroupQuestion): Text => proforma?.each ?? 'Entry'

/** The least and the most entries that a group can have. */
export const entryRange = ({
  minPanelCount,
  maxPanelCount,
}: GroupQuestion): { readonly least: number; readonly most: number } => ({
  least: minPanelCount ?? 0,
  most: maxPanelCount ?? limits.entries,
})
