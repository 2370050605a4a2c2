import { countItems } from '../codebook.ts'
import type { Choice, Definition, Kept, Question, QuestionSettings } from '../definition.ts'
import { entryReference } from '../entry-reference.ts'
import { groupAround } from '../inner-elements.ts'
import { limits } from '../limits.ts'
import { expressionToRule } from '../rule/expression-to-rule.ts'
import { ruleToExpression } from '../rule/rule-to-expression.ts'
import { type Condition, itemsInExpression } from '../rule/rule.ts'
import { changeExpressions } from './change-rules.ts'
import { withMembers, withSettings } from './edit-question.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { choicesFrom, columnsFrom, membersOf, rowsFrom, stepsFrom } from './kept-members.ts'
import { findQuestion, replaceElement } from './locate.ts'
import { named } from './named-in-words.ts'
import { entryKinds, kindNames, kindOfQuestion, type QuestionKind } from './question-kind.ts'

/**
 * Makes a question another kind. Lists, ranges and settings that the new kind does not show are kept, and stand again
 * when it is changed back: nothing is lost. Rules that asked what it "is" ask what it "includes" of a tick-all.
 */
export const changeKind = (definition: Definition, name: string, kind: QuestionKind): Edited => {
  const question = findQuestion(definition, name)
  if (question === undefined) return gone()
  const did = `${named(question)} is now: ${kindNames[kind]}`
  if (kindOfQuestion(question) === kind) return done(definition, did, { at: name })
  if (question.type === 'paneldynamic') {
    return refused('A repeated group stays one. Move its questions out of it, or delete it.')
  }
  if (kind === 'group') return refused('A question can’t become a repeated group. Add one, and move questions into it.')
  if (!entryKinds.includes(kind) && groupAround(definition, name) !== null) {
    return refused('This kind can’t stand in a repeated group. Move the question out of the group first.')
  }
  const changed = replaceElement(definition, name, () => [asKind(question, kind)])
  const items = countItems(changed)
  if (items > limits.items && items > countItems(definition)) {
    return refused(`A survey can have ${limits.items} questions and rows at most.`)
  }
  return done(changeOps(changed, name, kind), did, { at: name })
}

/** The kinds that a question can be changed into. */
type OtherKind = Exclude<QuestionKind, 'group'>

const asKind = (question: Question, kind: OtherKind): Question => {
  const members = membersOf(question)
  const { question: changed, used, settings = {} } = built(question, kind, members)
  const unused = withMembers<Kept>(members, Object.fromEntries(used.map((member) => [member, undefined])))
  return withSettings(changed, {
    scale: undefined,
    unit: undefined,
    openEnded: undefined,
    consent: undefined,
    most: undefined,
    ...settings,
    kept: Object.keys(unused).length === 0 ? undefined : unused,
  })
}

interface Built {
  readonly question: Question
  readonly used: readonly (keyof Kept)[]
  readonly settings?: { readonly [S in keyof QuestionSettings]?: QuestionSettings[S] | undefined }
}

const built = (from: Question, kind: OtherKind, members: Kept): Built => {
  const asked = askedOf(from)
  const { choicesOrder, rowsOrder, eachRowRequired, maxLength, lines, scale, unit, openEnded, consent, most } = members
  switch (kind) {
    case 'choice':
      return {
        question: withMembers<Question>(
          { ...asked, type: 'radiogroup', choices: choicesFrom(members) },
          { choicesOrder },
        ),
        used: ['choices', 'choicesOrder', 'openEnded', 'consent'],
        settings: { openEnded, consent },
      }
    case 'tick-all':
      return {
        question: withMembers<Question>(
          { ...asked, type: 'checkbox', choices: choicesFrom(members) },
          { choicesOrder },
        ),
        used: ['choices', 'choicesOrder'],
      }
    case 'grid': {
      // Rows are kept from a grid only, so their values are names.
      const rows = rowsFrom(members) as readonly (Choice | string)[]
      const grid: Question = { ...asked, type: 'matrix', columns: columnsFrom(members), rows }
      return {
        question: withMembers<Question>(grid, { rowsOrder, eachRowRequired }),
        used: ['columns', 'rows', 'rowsOrder', 'eachRowRequired'],
      }
    }
    case 'scale':
      return {
        question: { ...asked, type: 'rating', rateValues: stepsFrom(members) },
        used: ['rateValues', 'scale'],
        settings: { scale },
      }
    case 'number':
      return {
        question: { ...asked, type: 'text', inputType: 'number', ...members.numbers },
        used: ['numbers', 'unit'],
        settings: { unit },
      }
    case 'date':
      return { question: { ...asked, type: 'text', inputType: 'date', ...members.dates }, used: ['dates'] }
    case 'short-text':
      return { question: withMembers<Question>({ ...asked, type: 'text' }, { maxLength }), used: ['maxLength'] }
    case 'long-text':
      return {
        question: withMembers<Question>({ ...asked, type: 'comment' }, { rows: lines, maxLength }),
        used: ['lines', 'maxLength'],
      }
    case 'photo':
      return { question: { ...asked, type: 'file' }, used: ['most'], settings: { most } }
    case 'signature':
      return { question: { ...asked, type: 'signaturepad' }, used: [] }
    default:
      return kind satisfies never
  }
}

/** What every question has, whatever its kind. */
const askedOf = ({ name, title, description, isRequired, visibleIf, proforma }: Question) =>
  withMembers<Pick<Question, 'name' | 'title'>>({ name, title }, {
    description,
    isRequired,
    visibleIf,
    proforma,
  } as object)

/** A tick-all "includes" what a choice "is"; there and back gives the rule that was. */
const changeOps = (definition: Definition, name: string, kind: QuestionKind): Definition => {
  const isThis = (item: string): boolean => item === name || item === entryReference(name)
  return changeExpressions(definition, (expression) => {
    if (!itemsInExpression(expression).some((item) => isThis(item))) return expression
    const rule = expressionToRule(expression)
    if (rule === null) return expression
    const conditions = rule.conditions.map((condition) =>
      isThis(condition.item) ? withOp(condition, kind) : condition,
    )
    const same = conditions.every((condition, index) => condition === rule.conditions[index])
    return same ? expression : ruleToExpression({ ...rule, conditions })
  })
}

const withOp = (condition: Condition, kind: QuestionKind): Condition => {
  const isTicked = kind === 'tick-all'
  switch (condition.op) {
    case 'is':
      return isTicked ? { ...condition, op: 'includes' } : condition
    case 'is-not':
      return isTicked ? { ...condition, op: 'excludes' } : condition
    case 'includes':
      return isTicked ? condition : { ...condition, op: 'is' }
    case 'excludes':
      return isTicked ? condition : { ...condition, op: 'is-not' }
    case 'answered':
    case 'not-answered':
    case 'at-least':
    case 'at-most':
      return condition
    default:
      return condition.op satisfies never
  }
}
