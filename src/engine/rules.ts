import { ConditionRunner } from 'survey-core'
import type { Definition, Element, Question } from '../survey/definition.ts'
import { itemId } from '../survey/ids.ts'
import { asChoice } from '../survey/text.ts'
import type { Finding } from './finding.ts'

/**
 * Rules that can't be read, that name what is not there, or that look at a question not asked yet. Item statuses rest
 * on it: when a rule looks back only, going through the questions in order settles every one of them.
 */
export const brokenRules = (definition: Definition): readonly Finding[] => {
  const all = new Set(definition.pages.flatMap((page) => page.elements.flatMap(variablesIn)))
  const before = new Set<string>()

  const judge = (rule: string | undefined, where: string): readonly Finding[] =>
    rule === undefined ? [] : brokenRule(rule, before, all).map((reason) => ({ where: `${where}.visibleIf`, reason }))

  const walk = (elements: readonly Element[], inside: string): readonly Finding[] =>
    elements.flatMap((element, index) => {
      const where = `${inside}.elements[${index}]`
      const own = judge(element.visibleIf, where)
      if (element.type === 'panel') return [...own, ...walk(element.elements, where)]
      const linked = openEndedLink(element, before, where)
      for (const variable of variablesIn(element)) before.add(variable)
      return [...own, ...linked]
    })

  return definition.pages.flatMap((page, index) => [
    ...judge(page.visibleIf, `pages[${index}]`),
    ...walk(page.elements, `pages[${index}]`),
  ])
}

const brokenRule = (rule: string, before: ReadonlySet<string>, all: ReadonlySet<string>): readonly string[] => {
  const runner = new ConditionRunner(rule)
  if (!runner.canRun()) return [`The rule ${rule} cannot be read.`]
  return runner.getVariables().flatMap((variable) => {
    if (before.has(variable)) return []
    return all.has(variable)
      ? [`The rule looks at ${variable}, which is asked later. A rule can only look back.`]
      : [`The rule looks at ${variable}, and there is no such question.`]
  })
}

/** An open-ended row must answer for a grid that stands before it, in words that stand before it. */
const openEndedLink = (question: Question, before: ReadonlySet<string>, where: string): readonly Finding[] => {
  const link = question.proforma?.openEnded
  if (link === undefined) return []
  return [link.of, link.words]
    .filter((name) => !before.has(name))
    .map((name) => ({ where: `${where}.proforma.openEnded`, reason: `There is no question ${name} before this one.` }))
}

const variablesIn = (element: Element): readonly string[] => {
  if (element.type === 'panel') return element.elements.flatMap(variablesIn)
  const rows = element.type === 'matrix' ? element.rows : []
  return [element.name, ...rows.map((row) => itemId(element.name, String(asChoice(row).value)))]
}
