import { type Askable, askables, askablesOf, spokenOf } from '../askables.ts'
import type { Definition, Element, GroupQuestion, Page, Question, Text } from '../definition.ts'
import { entryReference } from '../entry-reference.ts'
import { questionsOf } from '../questions.ts'
import { answersInText } from '../text-parts.ts'
import { consentQuestion, openAfterConsent } from './consent-rule.ts'
import { expressionToRule } from './expression-to-rule.ts'
import { neverMet } from './never-met.ts'
import { type Condition, itemsInExpression, type Rule } from './rule.ts'

/** Something wrong with who is asked what: where it stands, and a sentence that says it. */
export interface RuleProblem {
  /** The question, group or section that is routed wrongly, by name. */
  readonly at: string
  /**
   * - `unknown`: it looks at what is not in the survey
   * - `later`: it looks at what is asked later, or at itself
   * - `never`: nobody can ever meet it
   * - `wording`: a wording puts in an answer that is not there, or not yet
   * - `consent`: it is asked after the consent question, of those who said no too
   */
  readonly kind: 'unknown' | 'later' | 'never' | 'wording' | 'consent'
  readonly reason: string
}

/**
 * Every rule that is unknown, looks forward or can never be met, in the order of the survey, open-ended links and
 * answers put into wordings included, then questions that don't wait for consent. A survey without problems of the
 * first two kinds opens.
 */
export const ruleProblems = (definition: Definition): readonly RuleProblem[] => [
  ...routingProblems(definition, () => true),
  ...withoutConsent(definition),
]

/** The problems of one question, group or section, by its name: what is looked at when its rule is set. */
export const ruleProblemsOf = (definition: Definition, name: string): readonly RuleProblem[] =>
  routingProblems(definition, (part) => part.name === name)

const routingProblems = (
  definition: Definition,
  isJudged: (part: Page | Element) => boolean,
): readonly RuleProblem[] => {
  const known = askables(definition)
  const numbers = new Map(questionsOf(definition).map((question, index) => [question.name, index + 1]))
  const before = new Set<string>()

  const judge = (part: Page | Element, around: readonly Condition[]): readonly RuleProblem[] => {
    if (!isJudged(part)) return []
    const own = part.visibleIf === undefined ? [] : judgeRule(part.name, part.visibleIf, { known, before, around })
    return [...own, ...judgeWordings(part, before)]
  }

  const walk = (elements: readonly Element[], around: readonly Condition[]): readonly RuleProblem[] =>
    elements.flatMap((element) => {
      const own = [...judge(element, around)]
      if (element.type === 'panel') return [...own, ...walk(element.elements, [...around, ...certain(element)])]
      if (element.type === 'paneldynamic') own.push(...walkEntry(element, [...around, ...certain(element)]))
      const link = isJudged(element) ? judgeLink(element, before) : []
      for (const { item } of askablesOf(element, numbers.get(element.name) ?? 0)) before.add(item)
      return [...own, ...link]
    })

  /** Within an entry its own earlier answers are there; after the group they are not, as there are several. */
  const walkEntry = (group: GroupQuestion, around: readonly Condition[]): readonly RuleProblem[] => {
    const found = group.templateElements.flatMap((question) => {
      const own = judge(question, around)
      before.add(entryReference(question.name))
      return own
    })
    for (const { name } of group.templateElements) before.delete(entryReference(name))
    return found
  }

  return definition.pages.flatMap((page) => [...judge(page, []), ...walk(page.elements, certain(page))])
}

const withoutConsent = (definition: Definition): readonly RuleProblem[] => {
  const consent = consentQuestion(definition)
  if (consent === null) return []
  const open = openAfterConsent(definition, consent)
  return questionsOf(definition)
    .filter(({ name }) => open.has(name))
    .map(({ name }) => ({
      at: name,
      kind: 'consent',
      reason: 'This is asked even of people who did not agree to answer.',
    }))
}

interface Around {
  readonly known: ReadonlyMap<string, Askable>
  readonly before: ReadonlySet<string>
  /** What is certain already, because the group and the section are asked. */
  readonly around: readonly Condition[]
}

const judgeRule = (at: string, expression: string, { known, before, around }: Around): readonly RuleProblem[] => {
  const wrong = [...new Set(itemsInExpression(expression))].flatMap((item): readonly RuleProblem[] => {
    if (before.has(item)) return []
    const about = known.get(item)
    return about === undefined
      ? [{ at, kind: 'unknown', reason: `Its rule looks at ${item}, and there is no such question.` }]
      : [{ at, kind: 'later', reason: `Its rule looks at ${spokenOf(about)}, which ${whyNotBefore(about)}.` }]
  })
  const rule = expressionToRule(expression)
  if (wrong.length > 0 || rule === null) return wrong
  const together: Rule = { match: 'all', conditions: [...around, ...sure(rule)] }
  const never = neverMet(rule, known) ?? (around.length === 0 ? null : neverMet(together, known))
  return never === null ? [] : [{ at, kind: 'never', reason: `Nobody will ever be asked this. ${never}` }]
}

/** What is asked for each entry of a group has many answers outside it. */
const whyNotBefore = ({ group }: Askable): string =>
  group === null ? 'is not asked before it' : 'is not asked before it in the same entry'

const certain = (part: Page | Element): readonly Condition[] => {
  const rule = part.visibleIf === undefined ? null : expressionToRule(part.visibleIf)
  return rule === null ? [] : sure(rule)
}

/** The conditions that hold wherever the rule does. */
const sure = ({ match, conditions }: Rule): readonly Condition[] =>
  match === 'all' || conditions.length === 1 ? conditions : []

const judgeLink = ({ name, proforma }: Question, before: ReadonlySet<string>): readonly RuleProblem[] => {
  const link = proforma?.openEnded
  if (link === undefined || (before.has(link.of) && before.has(link.words))) return []
  return [{ at: name, kind: 'later', reason: 'It answers for a grid or for words that are not asked before it.' }]
}

const judgeWordings = (part: Page | Element, before: ReadonlySet<string>): readonly RuleProblem[] => {
  const put = [part.title, part.description].flatMap((text) => (text === undefined ? [] : answersInAny(text)))
  const missing = [...new Set(put)].filter((name) => !before.has(name))
  return missing.map((name) => ({
    at: part.name,
    kind: 'wording',
    reason: `Its wording puts in the answer to ${name}, which is not asked before it.`,
  }))
}

const answersInAny = (text: Text): readonly string[] =>
  (typeof text === 'string' ? [text] : Object.values(text)).flatMap(answersInText)
