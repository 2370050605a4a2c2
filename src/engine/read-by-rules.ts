import type { Definition, Element } from '../survey/definition.ts'
import { innerOf } from '../survey/inner-elements.ts'
import { itemsInExpression, questionOfItem } from '../survey/rule/rule.ts'

/** The questions that some rule of a survey looks at, in small letters: survey-core reads names either way. */
export const readByRules = (definition: Definition): ReadonlySet<string> =>
  new Set(
    definition.pages
      .flatMap((page) => [page.visibleIf, ...page.elements.flatMap(rulesIn)])
      .flatMap((rule) => (rule === undefined ? [] : itemsInExpression(rule)))
      .map((item) => questionOfItem(item).toLowerCase()),
  )

const rulesIn = (element: Element): readonly (string | undefined)[] => [
  element.visibleIf,
  ...innerOf(element).flatMap(rulesIn),
]
