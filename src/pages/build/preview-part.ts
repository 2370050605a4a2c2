import type { Definition, Element, Page } from '../../survey/definition.ts'
import { mapElement } from '../../survey/map-elements.ts'
import { questionsIn, questionsOf } from '../../survey/questions.ts'
import { itemsInExpression, questionOfItem } from '../../survey/rule/rule.ts'
import { holds } from './holds.ts'

/** Up to so many questions the preview opens the whole form at each change; it shares its thread with the typing. */
const mostAtOnce = 60

/** Of a section that is longer itself, as one pasted from a list, so many questions or groups are shown at a time. */
const inOneSection = 20

/** What the preview shows: the whole survey, or of a long one what stands around the chosen question. */
export interface PreviewPart {
  readonly definition: Definition
  readonly isWhole: boolean
}

/**
 * A long survey takes survey-core a fifth of a second and more to open, in which no letter appears. Of it the section of
 * the chosen question is shown, the first where none is chosen; a rule that looks elsewhere is left out, since nobody
 * could answer there.
 */
export const previewPart = (definition: Definition, chosen: string | null): PreviewPart => {
  if (questionsOf(definition).length <= mostAtOnce) return { definition, isWhole: true }
  const section = definition.pages.find((one) => chosen !== null && holds(one, chosen)) ?? definition.pages[0]
  if (section === undefined) return { definition, isWhole: true }
  const page = around(section, chosen)
  const here = new Set(questionsIn(page).map(({ name }) => name))
  const elements = page.elements.map((element) => mapElement(element, (each) => withRuleWithin(each, here)))
  return { definition: { ...definition, pages: [withRuleWithin({ ...page, elements }, here)] }, isWhole: false }
}

const around = (section: Page, chosen: string | null): Page => {
  if (questionsIn(section).length <= mostAtOnce) return section
  const index = section.elements.findIndex((element) => chosen !== null && holds(element, chosen))
  const first = Math.max(0, index - (index % inOneSection))
  return { ...section, elements: section.elements.slice(first, first + inOneSection) }
}

const withRuleWithin = <Part extends Page | Element>(part: Part, here: ReadonlySet<string>): Part => {
  if (itemsInExpression(part.visibleIf ?? '').every((item) => here.has(questionOfItem(item)))) return part
  const { visibleIf: _, ...without } = part
  return without as Part
}
