import type { Question } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import { asChoice, choiceLabel, textIn } from '../text.ts'
import type { Check } from './finding.ts'

/** A range of numbers in an answer, both ends within it. */
interface Span {
  readonly label: string
  readonly low: number
  readonly high: number
  readonly unit: string
}

const figure = String.raw`[£$€]?\s?(\d[\d,]*(?:\.\d+)?)\s?(k|%)?`
const unit = String.raw`\s*([a-z ]*?)`
const shapes = {
  between: new RegExp(`^(?:from |between )?${figure}${unit}\\s*(?:-|–|—|to|and|up to)\\s*${figure}${unit}$`, 'i'),
  either: new RegExp(`^${figure}${unit}\\s*or\\s*${figure}${unit}$`, 'i'),
  below: new RegExp(`^(?:under|below|less than|fewer than|younger than|<)\\s*${figure}${unit}$`, 'i'),
  upTo: new RegExp(`^(?:up to|at most|no more than|≤)\\s*${figure}${unit}$`, 'i'),
  above: new RegExp(`^(?:over|above|more than|older than|>)\\s*${figure}${unit}$`, 'i'),
  from: new RegExp(`^(?:at least|from|≥)\\s*${figure}${unit}$`, 'i'),
  orMore: new RegExp(`^${figure}${unit}\\s*(?:\\+|(?:or|and) (?:more|over|above|older))${unit}$`, 'i'),
  orLess: new RegExp(`^${figure}${unit}\\s*(?:or|and) (?:less|fewer|under|below|younger)${unit}$`, 'i'),
  one: new RegExp(`^${figure}${unit}$`, 'i'),
} as const

const number = (digits: string | undefined, thousands: string | undefined): number =>
  Number((digits ?? '').replaceAll(',', '')) * (thousands?.toLowerCase() === 'k' ? 1000 : 1)

const singular = (words: string | undefined): string => (words ?? '').trim().toLowerCase().replace(/s$/, '')

/** The range that an answer names; null where it names none. The least step between figures is 1, or 0.1 and so on. */
const spanOf = (label: string, step: number): Span | null => {
  const words = label
    .trim()
    .replace(/\s*\(.*\)$/, '')
    .replace(/ old$/i, '')
  for (const [shape, pattern] of Object.entries(shapes) as readonly (readonly [keyof typeof shapes, RegExp])[]) {
    const found = pattern.exec(words)
    if (found === null) continue
    const first = number(found[1], found[2])
    const unit = singular(found[shape === 'between' || shape === 'either' ? 6 : 3]) || singular(found[3])
    const span = (low: number, high: number): Span => ({ label, low, high, unit })
    switch (shape) {
      case 'between':
      case 'either':
        return span(first, number(found[4], found[5]))
      case 'below':
        return span(-Infinity, first - step)
      case 'upTo':
      case 'orLess':
        return span(-Infinity, first)
      case 'above':
        return span(first + step, Infinity)
      case 'from':
      case 'orMore':
        return span(first, Infinity)
      case 'one':
        return span(first, first)
      default:
        return shape satisfies never
    }
  }
  return null
}

const stepOf = (labels: readonly string[]): number => {
  const decimals = labels.flatMap((label) => [...label.matchAll(/\d\.(\d+)/g)].map((found) => found[1]?.length ?? 0))
  return 10 ** -Math.max(0, ...decimals)
}

/** Ranges that share a number, as 0–5 and 5–10 do, or that leave one out between them. */
export const ranges: Check = (definition) =>
  questionsOf(definition).flatMap((question) => {
    const labels = labelsOf(question)
    const problem = problemIn(labels)
    return problem === null
      ? []
      : [{ question: question.name, judged: `${textIn(question.title)} ${labels.join(' / ')}`, ...problem }]
  })

const problemIn = (labels: readonly string[]): { readonly reason: string; readonly betterWay: string } | null => {
  const step = stepOf(labels)
  const spans = labels.map((label) => spanOf(label, step)).filter((span) => span !== null)
  const units = new Set(spans.map((span) => span.unit).filter((unit) => unit !== ''))
  // A list of plain figures is no list of ranges; "1 to 6 months" and "1 to 2 years" can't be compared by their figures.
  if (spans.length < 2 || units.size > 1 || spans.every(({ low, high }) => low === high)) return null
  const sorted = [...spans].sort((a, b) => a.low - b.low || a.high - b.high)
  for (const [index, next] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before === undefined) continue
    if (next.low <= before.high)
      return {
        reason: `“${before.label}” and “${next.label}” overlap. Who is in both does not know which to choose.`,
        betterWay: 'Let each answer begin after the one before it ends: 0 to 4, 5 to 9, 10 or more.',
      }
    if (next.low - before.high > step * 1.001)
      return {
        reason: `Nothing fits between “${before.label}” and “${next.label}”.`,
        betterWay: 'Let each answer begin right after the one before it ends.',
      }
  }
  return null
}

const labelsOf = (question: Question): readonly string[] => {
  const list = question.type === 'radiogroup' ? question.choices : question.type === 'matrix' ? question.columns : []
  return list
    .map(asChoice)
    .filter(({ role }) => role === undefined)
    .map((choice) => choiceLabel(choice))
}
