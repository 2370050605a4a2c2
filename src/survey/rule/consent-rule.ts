import type { Definition, Element } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import { expressionToRule } from './expression-to-rule.ts'
import type { Condition } from './rule.ts'

/** The question that asks for consent, where the survey has one. */
export const consentQuestion = (definition: Definition): string | null =>
  questionsOf(definition).find((question) => question.proforma?.consent === true)?.name ?? null

/** "Yes" to the consent question. */
export const consentGiven = (consent: string): Condition => ({ item: consent, op: 'is', values: ['yes'] })

/** Whether a rule lets nobody pass who has not said yes. */
export const needsConsent = (expression: string | undefined, consent: string): boolean => {
  if (expression === undefined || !expression.includes(consent)) return false
  const rule = expressionToRule(expression)
  if (rule === null || (rule.match === 'any' && rule.conditions.length > 1)) return false
  return rule.conditions.some(
    ({ item, op, values }) => item === consent && op === 'is' && values.length === 1 && values[0] === 'yes',
  )
}

/** Questions and groups asked after the consent question, with no rule on them or around them that needs its yes. */
export const openAfterConsent = (definition: Definition, consent: string): ReadonlySet<string> => {
  const open = new Set<string>()
  let passed = false
  const walk = (elements: readonly Element[], isOpen: boolean): void => {
    for (const element of elements) {
      if (element.name === consent) passed = true
      const opens = isOpen && !needsConsent(element.visibleIf, consent)
      if (opens && passed && element.name !== consent) open.add(element.name)
      if (element.type === 'panel') walk(element.elements, opens)
    }
  }
  for (const page of definition.pages) walk(page.elements, !needsConsent(page.visibleIf, consent))
  return open
}
