import { ConditionRunner, FunctionFactory } from 'survey-core'
import type { Definition, Element, GroupQuestion, Question } from '../survey/definition.ts'
import { entryReference } from '../survey/entry-reference.ts'
import { innerOf } from '../survey/inner-elements.ts'
import { itemId } from '../survey/ids.ts'
import { asChoice } from '../survey/text.ts'
import type { Finding } from './finding.ts'

/**
 * Rules that can't be read, that name or call what is not there, or that look at a question not asked yet. Item statuses rest
 * on it: when a rule looks back only, going through the questions in order settles every one of them.
 */
export const brokenRules = (definition: Definition): readonly Finding[] => {
  const all = new Set(definition.pages.flatMap((page) => page.elements.flatMap(variablesAnywhere)))
  const before = new Set<string>()

  const judge = (rule: string | undefined, where: string): readonly Finding[] =>
    rule === undefined ? [] : brokenRule(rule, before, all).map((reason) => ({ where: `${where}.visibleIf`, reason }))

  const walk = (elements: readonly Element[], inside: string): readonly Finding[] =>
    elements.flatMap((element, index) => {
      const where = `${inside}.elements[${index}]`
      const own = judge(element.visibleIf, where)
      if (element.type === 'panel') return [...own, ...walk(element.elements, where)]
      const entry = element.type === 'paneldynamic' ? walkEntry(element, where) : []
      const linked = openEndedLink(element, before, where)
      for (const variable of variablesIn(element)) before.add(variable)
      return [...own, ...entry, ...linked]
    })

  /** In an entry the earlier answers of the same entry are there too; after the group there are several of each. */
  const walkEntry = (group: GroupQuestion, inside: string): readonly Finding[] => {
    const found = group.templateElements.flatMap((question, index) => {
      const own = judge(question.visibleIf, `${inside}.templateElements[${index}]`)
      before.add(entryReference(question.name))
      return own
    })
    for (const { name } of group.templateElements) before.delete(entryReference(name))
    return found
  }

  return definition.pages.flatMap((page, index) => [
    ...judge(page.visibleIf, `pages[${index}]`),
    ...walk(page.elements, `pages[${index}]`),
  ])
}

const brokenRule = (rule: string, before: ReadonlySet<string>, all: ReadonlySet<string>): readonly string[] => {
  const runner = new ConditionRunner(rule)
  if (!runner.canRun()) return [`The rule ${rule} cannot be read.`]
  const unknown = unknownFunctions(rule)
  if (unknown.length > 0 && runner.hasFunction())
    return [`The rule calls ${unknown[0]}, and there is no such function.`]
  return runner.getVariables().flatMap((variable) => {
    if (before.has(variable)) return []
    return all.has(variable)
      ? [`The rule looks at ${variable}, which is asked later. A rule can only look back.`]
      : [`The rule looks at ${variable}, and there is no such question.`]
  })
}

/** What stands before a bracket in a rule, outside of texts and names in braces. */
const unknownFunctions = (rule: string): readonly string[] =>
  [...rule.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\{[^}]*\}/g, ' ').matchAll(/([A-Za-z_]\w*)\s*\(/g)]
    .map(([, name = '']) => name)
    .filter((name) => !joiners.has(name.toLowerCase()) && !FunctionFactory.Instance.hasFunction(name))

/** Words of the language of rules that a bracket may follow. */
const joiners: ReadonlySet<string> = new Set(
  'and or not negate contains contain notcontains notcontain anyof allof noneof equal notequal greater less greaterorequal lessorequal in like'.split(
    ' ',
  ),
)

/** An open-ended row must answer for a grid that stands before it, in words that stand before it. */
const openEndedLink = (question: Question, before: ReadonlySet<string>, where: string): readonly Finding[] => {
  const link = question.proforma?.openEnded
  if (link === undefined) return []
  return [link.of, link.words]
    .filter((name) => !before.has(name))
    .map((name) => ({ where: `${where}.proforma.openEnded`, reason: `There is no question ${name} before this one.` }))
}

const variablesAnywhere = (element: Element): readonly string[] =>
  element.type === 'panel'
    ? element.elements.flatMap(variablesAnywhere)
    : [...variablesIn(element), ...innerOf(element).map(({ name }) => entryReference(name))]

const variablesIn = (element: Element): readonly string[] => {
  if (element.type === 'panel') return element.elements.flatMap(variablesIn)
  if (element.type === 'paneldynamic') return [element.name, itemId(element.name, 'length')]
  const rows = element.type === 'matrix' ? element.rows : []
  return [element.name, ...rows.map((row) => itemId(element.name, String(asChoice(row).value)))]
}
