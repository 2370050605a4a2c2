import type { Definition, Element, Page } from '../definition.ts'
import { limits } from '../limits.ts'
import { canBeWritten, ruleToExpression } from '../rule/rule-to-expression.ts'
import { ruleInWords } from '../rule/rule-in-words.ts'
import { ruleProblemsOf } from '../rule/rule-problems.ts'
import { isOneOf, type Rule } from '../rule/rule.ts'
import { withMembers } from './edit-question.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { findElement, findPage, replaceElement, replacePage } from './locate.ts'
import { named } from './named-in-words.ts'

/**
 * Sets who is asked a question, group or section; null asks everyone. Refused where a condition is not finished, or looks
 * at what is not asked before it. A rule that nobody can meet is set, and told as a notice.
 */
export const setRule = (definition: Definition, name: string, rule: Rule | null): Edited => {
  const part = findPage(definition, name) ?? findElement(definition, name)
  if (part === undefined) return gone()
  const unfinished = rule === null ? null : whyUnfinished(rule)
  if (unfinished !== null) return refused(unfinished)
  const visibleIf = (rule === null ? null : ruleToExpression(rule)) ?? undefined
  if (visibleIf !== undefined && visibleIf.length > limits.ruleLength) return refused('This rule is too long.')
  const next =
    findPage(definition, name) === undefined
      ? replaceElement(definition, name, (element) => [withMembers<Element>(element, { visibleIf })])
      : replacePage(definition, name, (page) => withMembers<Page>(page, { visibleIf }))
  const problems = ruleProblemsOf(next, name)
  const wrong = problems.find(({ kind }) => kind === 'unknown' || kind === 'later')
  if (visibleIf !== undefined && wrong !== undefined) return refused(wrong.reason)
  const notices = problems.flatMap(({ kind, reason }) => (kind === 'never' ? [reason] : []))
  const did = rule === null || visibleIf === undefined ? `${named(part)} is asked of everyone` : ruleInWords(next, rule)
  return done(next, did, { at: name, notices })
}

const whyUnfinished = ({ conditions }: Rule): string | null => {
  for (const { op, values } of conditions) {
    if (isOneOf(op) && values.length === 0) return 'Pick an answer for each part of the rule.'
    if ((op === 'at-least' || op === 'at-most') && values.length !== 1)
      return 'Write one number for each part of the rule.'
    if ((op === 'answered' || op === 'not-answered') && values.length > 0) return 'This part of the rule has no answer.'
    if (!values.every(canBeWritten)) return 'A rule can’t look for these signs. Use letters and figures.'
  }
  return null
}
