import type { Definition, Element, Page } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import { expressionToRule } from '../rule/expression-to-rule.ts'
import { ruleToExpression } from '../rule/rule-to-expression.ts'
import type { Condition } from '../rule/rule.ts'
import { replaceElement } from './locate.ts'

/** The question that asks for consent, where the survey has one. */
export const consentQuestion = (definition: Definition): string | null =>
  questionsOf(definition).find((question) => question.proforma?.consent === true)?.name ?? null

/** "Yes" to the consent question. */
export const consentGiven = (consent: string): Condition => ({ item: consent, op: 'is', values: ['yes'] })

/** Whether a rule lets nobody pass who has not said yes. */
export const needsConsent = (expression: string | undefined, consent: string): boolean => {
  const rule = expression === undefined ? null : expressionToRule(expression)
  if (rule === null || (rule.match === 'any' && rule.conditions.length > 1)) return false
  return rule.conditions.some(
    ({ item, op, values }) => item === consent && op === 'is' && values.length === 1 && values[0] === 'yes',
  )
}

/** Two rules as one that asks for both. */
export const bothRules = (first: string, second: string | undefined): string => {
  if (second === undefined || second === first) return first
  const rules = [expressionToRule(first), expressionToRule(second)]
  const both = rules.flatMap((rule) =>
    rule !== null && (rule.match === 'all' || rule.conditions.length === 1) ? [rule.conditions] : [],
  )
  const written = both.length === 2 ? ruleToExpression({ match: 'all', conditions: both.flat() }) : null
  return written ?? `(${first}) and (${second})`
}

/** A page or element behind the consent as well as behind its own rule. */
export const behindConsent = <T extends Page | Element>(part: T, consent: string): T => {
  if (needsConsent(part.visibleIf, consent)) return part
  const gate = ruleToExpression({ match: 'all', conditions: [consentGiven(consent)] })
  return gate === null ? part : { ...part, visibleIf: bothRules(gate, part.visibleIf) }
}

/** Puts an element behind the consent, if it stands after that question and nothing around it does so yet. */
export const askedOnlyWithConsent = (definition: Definition, name: string): Definition => {
  const consent = consentQuestion(definition)
  if (consent === null || consent === name || !isOpenAfter(definition, consent, name)) return definition
  return replaceElement(definition, name, (element) => [behindConsent(element, consent)])
}

/** Whether an element is asked after the consent question with no rule around it that needs the consent. */
const isOpenAfter = (definition: Definition, consent: string, name: string): boolean => {
  let passed = false
  const walk = (elements: readonly Element[], open: boolean): boolean | null => {
    for (const element of elements) {
      if (element.name === name) return passed && open && !needsConsent(element.visibleIf, consent)
      if (element.name === consent) passed = true
      const opens = open && !needsConsent(element.visibleIf, consent)
      const inside = element.type === 'panel' ? walk(element.elements, opens) : null
      if (inside !== null) return inside
    }
    return null
  }
  for (const page of definition.pages) {
    const found = walk(page.elements, !needsConsent(page.visibleIf, consent))
    if (found !== null) return found
  }
  return false
}
