import type { Definition, Element, Page } from '../../survey/definition.ts'
import { mapElement, mapPages } from '../../survey/map-elements.ts'
import { questionsIn, questionsOf } from '../../survey/questions.ts'
import { itemsInExpression, questionOfItem } from '../../survey/rule/rule.ts'
import { holds } from './holds.ts'

/** Up to so many questions the preview opens the whole form at each change; it shares its thread with the typing. */
const mostAtOnce = 60

/** What the preview shows: the whole survey, or of a long one the section of what is chosen. */
export interface PreviewPart {
  readonly definition: Definition
  readonly isWhole: boolean
}

/**
 * A long survey takes survey-core a fifth of a second and more to open, in which no letter appears. Of it the section of
 * the chosen question is shown, the first where none is chosen; a rule that looks at another section is left out, since
 * nobody could answer there.
 */
export const previewPart = (definition: Definition, chosen: string | null): PreviewPart => {
  if (questionsOf(definition).length <= mostAtOnce) return { definition, isWhole: true }
  const page = definition.pages.find((one) => chosen !== null && holds(one, chosen)) ?? definition.pages[0]
  if (page === undefined) return { definition, isWhole: true }
  const here = new Set(questionsIn(page).map(({ name }) => name))
  const alone = mapPages({ ...definition, pages: [page] }, (one) => {
    const elements = one.elements.map((element) => mapElement(element, (each) => withRuleWithin(each, here)))
    return withRuleWithin({ ...one, elements }, here)
  })
  return { definition: alone, isWhole: false }
}

const withRuleWithin = <Part extends Page | Element>(part: Part, here: ReadonlySet<string>): Part => {
  if (itemsInExpression(part.visibleIf ?? '').every((item) => here.has(questionOfItem(item)))) return part
  const { visibleIf: _, ...without } = part
  return without as Part
}
