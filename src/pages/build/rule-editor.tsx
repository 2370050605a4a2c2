import { useState } from 'react'
import type { Choice, Element, Page } from '../../survey/definition.ts'
import { type Askable, answersTo, askablesBefore, listedAs } from '../../survey/askables.ts'
import { setRule } from '../../survey/edit/set-rule.ts'
import { expressionToRule } from '../../survey/rule/expression-to-rule.ts'
import { isOneOf, type Condition, type Op, type Rule, type Value } from '../../survey/rule/rule.ts'
import { ruleInWords } from '../../survey/rule/rule-in-words.ts'
import { choiceLabel } from '../../survey/text.ts'
import button from '../styles/button.module.css'
import css from './rule-editor.module.css'
import field from './field.module.css'
import { CheckField } from './check-field.tsx'
import { useDesign, useSession } from './session-context.ts'
import { NumberField } from './number-field.tsx'

/** Who is asked: a sentence, built from selects over the questions that stand before. */
export const RuleEditor = ({ part }: { readonly part: Element | Page }) => {
  const { edit } = useSession()
  const { definition } = useDesign()
  const [open, setOpen] = useState(false)
  const before = askablesBefore(definition, part.name)
  const rule = part.visibleIf === undefined ? null : expressionToRule(part.visibleIf)

  const change = (next: Rule | null): void => void edit((survey) => setRule(survey, part.name, next))

  const sentence =
    part.visibleIf === undefined
      ? 'Asked of everyone.'
      : rule === null
        ? `Only asked if ${part.visibleIf}`
        : `${ruleInWords(definition, rule)}.`

  return (
    <fieldset className={css.rule} aria-label="Who is asked">
      <p className={css.ruleWords}>{sentence}</p>
      {before.length === 0 && part.visibleIf === undefined ? null : (
        <button type="button" className={button.quiet} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close' : 'Change who is asked'}
        </button>
      )}
      {open ? <Conditions rule={rule} before={before} change={change} /> : null}
    </fieldset>
  )
}

interface ConditionsProps {
  readonly rule: Rule | null
  readonly before: readonly Askable[]
  readonly change: (rule: Rule | null) => void
}

const Conditions = ({ rule, before, change }: ConditionsProps) => {
  const conditions = rule?.conditions ?? []
  const match = rule?.match ?? 'all'
  const put = (next: readonly Condition[]): void => change(next.length === 0 ? null : { match, conditions: next })
  const [first] = before
  return (
    <div className={css.conditions}>
      {conditions.length < 2 ? null : (
        <select
          aria-label="How the conditions go together"
          className={field.field}
          value={match}
          onChange={(event) => change({ match: event.target.value as Rule['match'], conditions })}
        >
          <option value="all">All of these</option>
          <option value="any">Any of these</option>
        </select>
      )}
      {conditions.map((condition, index) => (
        <ConditionEditor
          key={index}
          condition={condition}
          before={before}
          change={(next) => put(next === null ? conditions.toSpliced(index, 1) : conditions.with(index, next))}
        />
      ))}
      {first === undefined ? null : (
        <button
          type="button"
          className={button.quiet}
          onClick={() => put([...conditions, conditionOn(before.findLast(({ row }) => row === null) ?? first)])}
        >
          Add a condition
        </button>
      )}
      {conditions.length === 0 ? null : (
        <button type="button" className={button.quiet} onClick={() => change(null)}>
          Ask everyone
        </button>
      )}
    </div>
  )
}

const opWords: { readonly [O in Op]: string } = {
  is: 'is',
  'is-not': 'is not',
  includes: 'includes',
  excludes: 'does not include',
  answered: 'is answered',
  'not-answered': 'is not answered',
  'at-least': 'is at least',
  'at-most': 'is at most',
}

const opsFor = (about: Askable): readonly Op[] => {
  const { question, row } = about
  if (question.type === 'matrix' && row === null) return ['answered', 'not-answered']
  if (question.type === 'paneldynamic') return row === null ? ['answered', 'not-answered'] : ['at-least', 'at-most']
  if (question.type === 'checkbox') return ['includes', 'excludes', 'answered', 'not-answered']
  if (question.type === 'text' && question.inputType === 'number')
    return ['at-least', 'at-most', 'answered', 'not-answered']
  return answersTo(about).length > 0 ? ['is', 'is-not', 'answered', 'not-answered'] : ['answered', 'not-answered']
}

/** A condition to start from: the first answer, or any. */
const conditionOn = (about: Askable): Condition => {
  const [op = 'answered'] = opsFor(about)
  return { item: about.item, op, values: firstValues(about, op) }
}

const firstValues = (about: Askable, op: Op): readonly Value[] => {
  const [first] = answersTo(about)
  if (isOneOf(op)) return first === undefined ? [] : [first.value]
  return op === 'at-least' || op === 'at-most' ? [1] : []
}

interface ConditionEditorProps {
  readonly condition: Condition
  readonly before: readonly Askable[]
  readonly change: (condition: Condition | null) => void
}

const ConditionEditor = ({ condition, before, change }: ConditionEditorProps) => {
  const about = before.find(({ item }) => item === condition.item)
  const toggle = (choice: Choice, on: boolean): void => {
    const others = condition.values.filter((value) => value !== choice.value)
    const values = on ? [...others, choice.value] : others
    if (values.length > 0) change({ ...condition, values })
  }
  return (
    <div className={css.condition}>
      <select
        aria-label="Question"
        className={field.field}
        value={condition.item}
        onChange={(event) => {
          const next = before.find(({ item }) => item === event.target.value)
          if (next !== undefined) change(conditionOn(next))
        }}
      >
        {about === undefined ? <option value={condition.item}>A question that is not before this one</option> : null}
        {before.map((one) => (
          <option key={one.item} value={one.item}>
            {listedAs(one)}
          </option>
        ))}
      </select>
      {about === undefined ? null : (
        <select
          aria-label="How it is compared"
          className={field.field}
          value={condition.op}
          onChange={(event) => {
            const op = event.target.value as Op
            const keep = isOneOf(op) === isOneOf(condition.op) && condition.values.length > 0 && op !== 'answered'
            change({ ...condition, op, values: keep ? condition.values : firstValues(about, op) })
          }}
        >
          {opsFor(about).map((op) => (
            <option key={op} value={op}>
              {opWords[op]}
            </option>
          ))}
        </select>
      )}
      {about !== undefined && isOneOf(condition.op) ? (
        <div className={field.checks}>
          {answersTo(about).map((choice) => (
            <CheckField
              key={choice.value}
              label={choiceLabel(choice)}
              checked={condition.values.some((value) => String(value) === String(choice.value))}
              onChange={(on) => toggle(choice, on)}
            />
          ))}
        </div>
      ) : null}
      {condition.op === 'at-least' || condition.op === 'at-most' ? (
        <NumberField
          label="Number"
          value={Number(condition.values[0] ?? 0)}
          keep={(count) => {
            if (count !== null) change({ ...condition, values: [count] })
            return null
          }}
        />
      ) : null}
      <button type="button" className={button.quiet} onClick={() => change(null)}>
        Remove this condition
      </button>
    </div>
  )
}
