import type { Definition, Entry, ListName, Question } from '../definition.ts'
import { itemId } from '../ids.ts'
import { mapElements } from '../map-elements.ts'
import { expressionToRule } from '../rule/expression-to-rule.ts'
import { ruleToExpression } from '../rule/rule-to-expression.ts'
import { itemsInExpression, questionOfItem } from '../rule/rule.ts'
import { asChoice } from '../text.ts'
import { changeExpressions } from './change-rules.ts'
import { listOf, valueOf, withList } from './lists.ts'

/** Old code → new code. */
export type Codes = ReadonlyMap<string, string>

/**
 * One list of a question under new codes, with the rules that ask for them and the open-ended rows that share them. The
 * same survey where a rule over it is none that we can read: its codes might be in there.
 */
export const recodeList = (definition: Definition, question: Question, list: ListName, codes: Codes): Definition => {
  const { name } = question
  const followers = list === 'columns' ? followersOf(definition, name) : new Set<string>()
  const isRecoded = (item: string): boolean => questionOfItem(item) === name || followers.has(questionOfItem(item))
  let readable = true
  const ruled = changeExpressions(definition, (expression) => {
    if (!itemsInExpression(expression).some(isRecoded)) return expression
    const rule = expressionToRule(expression)
    if (rule === null) readable = false
    const conditions = (rule?.conditions ?? []).map((condition) => {
      if (!isRecoded(condition.item)) return condition
      if (list === 'rows') return { ...condition, item: recodedItem(name, condition.item, codes) }
      return { ...condition, values: condition.values.map((value) => codes.get(String(value)) ?? value) }
    })
    return rule === null ? expression : ruleToExpression({ ...rule, conditions })
  })
  if (!readable) return definition
  return mapElements(ruled, (element) => {
    if (element.type === 'panel') return element
    const own = element.name === name ? list : followers.has(element.name) ? 'choices' : null
    const recoded =
      own === null
        ? element
        : withList(
            element,
            own,
            (listOf(element, own) ?? []).map((one) => recode(one, codes)),
          )
    return 'ok' in recoded ? element : recoded
  })
}

const followersOf = (definition: Definition, grid: string): ReadonlySet<string> => {
  const followers = new Set<string>()
  mapElements(definition, (element) => {
    if (element.type !== 'panel' && element.proforma?.openEnded?.of === grid) followers.add(element.name)
    return element
  })
  return followers
}

const recodedItem = (question: string, item: string, codes: Codes): string => {
  const next = codes.get(item.slice(question.length + 1))
  return next === undefined ? item : itemId(question, next)
}

const recode = (entry: Entry, codes: Codes): Entry => {
  const next = codes.get(valueOf(entry))
  return next === undefined ? entry : { ...asChoice(entry), value: next }
}
