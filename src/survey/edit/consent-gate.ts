import type { Definition, Element, Page } from '../definition.ts'
import { consentGiven, consentQuestion, needsConsent, openAfterConsent } from '../rule/consent-rule.ts'
import { expressionToRule } from '../rule/expression-to-rule.ts'
import { ruleToExpression } from '../rule/rule-to-expression.ts'
import { replaceElement } from './locate.ts'

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
  if (consent === null || consent === name || !openAfterConsent(definition, consent).has(name)) return definition
  return replaceElement(definition, name, (element) => [behindConsent(element, consent)])
}
