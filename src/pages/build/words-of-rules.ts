import type { Definition } from '../../survey/definition.ts'
import { expressionToRule } from '../../survey/rule/expression-to-rule.ts'
import { ruleInWords } from '../../survey/rule/rule-in-words.ts'

/** A rule as a sentence; one that we did not write stands as it is. */
export const wordsOfRules =
  (definition: Definition) =>
  (expression: string): string => {
    const rule = expressionToRule(expression)
    return rule === null ? `Only if ${expression}` : ruleInWords(definition, rule)
  }
