import { withoutEntry } from '../entry-reference.ts'

/**
 * Who is asked, as data: "Only ask if question 3 is ‘Yes’ or ‘Not sure’". A definition holds it as an expression
 * (`visibleIf`), which is all that runs; this is what a person picks from selects.
 */
export interface Rule {
  /** Whether every condition must hold, or one is enough. */
  readonly match: 'all' | 'any'
  readonly conditions: readonly Condition[]
}

export interface Condition {
  /** What the condition looks at: a question (`role`) or one row of a grid (`support.analysing`). */
  readonly item: string
  readonly op: Op
  /** Any of them for `is` and `includes`, none of them for `is-not` and `excludes`; one bound; none for `answered`. */
  readonly values: readonly Value[]
}

export type Value = string | number

/**
 * `includes` and `excludes` are for tick-all. Someone who left the question out is `not-answered`, and also `is-not`
 * and `excludes` whatever the values: they did not say it.
 */
export const ops = ['is', 'is-not', 'includes', 'excludes', 'answered', 'not-answered', 'at-least', 'at-most'] as const

export type Op = (typeof ops)[number]

export const isOneOf = (op: Op): op is 'is' | 'is-not' | 'includes' | 'excludes' =>
  op === 'is' || op === 'is-not' || op === 'includes' || op === 'excludes'

/** The items that an expression looks at, whoever wrote it, in the order they stand. */
export const itemsInExpression = (expression: string): readonly string[] =>
  [...expression.matchAll(/\{\s*([^{}]*?)\s*\}/g)].flatMap(([, item]) => (item === undefined ? [] : [item]))

/** The question that an item belongs to: `support` for `support.analysing`, `age` for `panel.age`. */
export const questionOfItem = (item: string): string => withoutEntry(item).split('.', 1)[0] ?? item
