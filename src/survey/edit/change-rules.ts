import type { Definition, Element, Page } from '../definition.ts'
import { mapElements, mapPages } from '../map-elements.ts'
import { expressionToRule } from '../rule/expression-to-rule.ts'
import { ruleToExpression } from '../rule/rule-to-expression.ts'
import { type Condition, itemsInExpression } from '../rule/rule.ts'
import { named } from './named-in-words.ts'

/** A survey put right after an edit, with a sentence for each thing that had to change. */
export interface Repaired {
  readonly definition: Definition
  readonly notices: readonly string[]
}

/** A survey with the expression of each rule changed; `null` takes a rule out. Where no rule stands, none is made. */
export const changeExpressions = (
  definition: Definition,
  change: (expression: string, owner: Element | Page) => string | null,
): Definition => {
  const changed = <T extends Element | Page>(owner: T): T => {
    if (owner.visibleIf === undefined) return owner
    const next = change(owner.visibleIf, owner)
    if (next === owner.visibleIf) return owner
    const { visibleIf: _, ...rest } = owner
    return (next === null ? rest : { ...rest, visibleIf: next }) as T
  }
  return mapPages(mapElements(definition, changed), changed)
}

/**
 * Every rule without the conditions that stand on what is gone. `change` gives a condition's new form, or null to drop
 * it. A rule that we can't read as conditions is taken out whole where `all` of the item is gone, and left otherwise.
 */
export const repairConditions = (
  definition: Definition,
  looksAt: (item: string) => boolean,
  gone: 'all' | 'answers',
  change: (condition: Condition) => Condition | null,
): Repaired => {
  const notices: string[] = []
  const repaired = changeExpressions(definition, (expression, owner) => {
    if (!itemsInExpression(expression).some(looksAt)) return expression
    const rule = expressionToRule(expression)
    if (rule === null && gone === 'answers') return expression
    const conditions = (rule?.conditions ?? []).flatMap((condition) => {
      const next = looksAt(condition.item) ? change(condition) : condition
      return next === null ? [] : [next]
    })
    if (rule !== null && conditions.every((condition, index) => condition === rule.conditions[index])) {
      if (conditions.length === rule.conditions.length) return expression
    }
    const next = ruleToExpression({ match: rule?.match ?? 'all', conditions })
    notices.push(
      next === null
        ? `${named(owner)} now has no rule: its rule looked at something that is gone.`
        : `The rule of ${named(owner)} has one part less: it looked at something that is gone.`,
    )
    return next
  })
  return { definition: repaired, notices }
}

/** A condition without one of its answers; null where it would ask for nothing any more. */
export const withoutValue = (condition: Condition, value: string | number): Condition | null => {
  const values = condition.values.filter((one) => String(one) !== String(value))
  if (values.length === condition.values.length) return condition
  return values.length === 0 ? null : { ...condition, values }
}
