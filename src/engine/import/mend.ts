import type { Definition } from '../../survey/definition.ts'
import { isJsonObject, isList, type Json, type JsonObject } from '../../survey/json.ts'
import type { Finding } from '../finding.ts'
import { openDefinition } from '../open-definition.ts'
import type { Tell } from './note.ts'

/**
 * Takes out of a survey what keeps it from opening, a finding at a time, and tells of each: a rule that looks forward,
 * an item too many. Null when nothing would be left. Each round makes the survey smaller, so it ends.
 */
export const mend = (candidate: JsonObject, tell: Tell): Definition | null => {
  let survey: Json = candidate
  for (;;) {
    const opened = openDefinition(survey)
    if (opened.ok) return hasQuestions(survey) ? opened.definition : null
    const smaller: Json | null = without(survey, opened.findings, tell)
    if (smaller === null) return null
    survey = smaller
  }
}

const hasQuestions = (survey: Json): boolean =>
  isJsonObject(survey) && isList(survey['pages']) && survey['pages'].length > 0

type Step = string | number

/** `pages[0].elements[2].visibleIf` as steps: pages, 0, elements, 2, visibleIf. */
const stepsOf = (where: string): readonly Step[] =>
  [...where.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    index === undefined ? (name ?? '') : Number(index),
  )

/** What goes: the rule, the setting of ours or the whole element that the finding stands in. */
const target = (survey: Json, { where }: Finding): readonly Step[] | null => {
  if (where === 'pages') return lastElement(survey)
  const steps = stepsOf(where)
  const optional = steps.findLastIndex((step) => step === 'visibleIf' || step === 'proforma')
  if (optional > 0) return steps.slice(0, optional + 1)
  const part = steps.findLastIndex(
    (step, index) =>
      typeof step === 'number' &&
      (steps[index - 1] === 'elements' || steps[index - 1] === 'templateElements' || steps[index - 1] === 'pages'),
  )
  return part < 0 ? null : steps.slice(0, part + 1)
}

const lastElement = (survey: Json): readonly Step[] | null => {
  const pages: Json | undefined = isJsonObject(survey) ? survey['pages'] : undefined
  if (!isList(pages) || pages.length === 0) return null
  const page = pages[pages.length - 1]
  const elements: Json | undefined = isJsonObject(page) ? page['elements'] : undefined
  return isList(elements) && elements.length > 1
    ? ['pages', pages.length - 1, 'elements', elements.length - 1]
    : ['pages', pages.length - 1]
}

const without = (survey: Json, findings: readonly Finding[], tell: Tell): Json | null => {
  for (const finding of findings) {
    const steps = target(survey, finding)
    if (steps === null) continue
    const last = steps.at(-1)
    const called = nameAt(survey, typeof last === 'string' ? steps.slice(0, -1) : steps)
    const what = last === 'visibleIf' ? 'a rule' : typeof last === 'string' ? last : 'a part of the survey'
    tell({ kind: 'left-out', where: called, what, why: finding.reason })
    return removed(survey, steps)
  }
  return null
}

const nameAt = (survey: Json, steps: readonly Step[]): string => {
  const at = steps.reduce<Json | undefined>(
    (value, step) => (isList(value) ? value[Number(step)] : isJsonObject(value) ? value[step] : undefined),
    survey,
  )
  const name: Json | undefined = isJsonObject(at) ? at['name'] : undefined
  return typeof name === 'string' ? name : steps.join('.')
}

const removed = (value: Json, [step, ...rest]: readonly Step[]): Json => {
  if (step === undefined) return value
  if (isList(value)) {
    if (rest.length === 0) return value.filter((_, index) => index !== step)
    return value.map((member, index) => (index === step ? removed(member, rest) : member))
  }
  if (!isJsonObject(value)) return value
  if (rest.length > 0) return { ...value, [step]: removed(value[step] ?? null, rest) }
  const { [step]: _, ...others } = value
  return others
}
