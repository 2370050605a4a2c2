import { latinFigures } from './latin-figures.ts'
import { isCalendarDate } from './problem.ts'

/** A date as it is typed: three boxes, each as it stands. */
export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

const english = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * The answer that three boxes make: an ISO date where they name a day (`3`, `march`, `2026` → `2026-03-03`), otherwise
 * what was typed, kept as `3/march/` so that nothing typed is lost. Null when all are empty.
 *
 * @param months the names of the twelve months in the form's language; English ones are understood too
 */
export const dateAnswer = ({ day, month, year }: DateParts, months: readonly string[] = []): string | null => {
  if (day === '' && month === '' && year === '') return null
  const [inYear, ofMonth] = [latinFigures(year.trim()), latinFigures(day.trim())]
  const iso = `${inYear}-${monthNumber(month, months).padStart(2, '0')}-${ofMonth.padStart(2, '0')}`
  return isCalendarDate(iso) ? iso : `${day}/${month}/${year}`
}

/** The boxes for an answer: the other way round of {@link dateAnswer}. */
export const datePartsOf = (answer: string): DateParts => {
  const parts = isCalendarDate(answer) ? answer.split('-').toReversed().map(Number).map(String) : answer.split('/')
  return { day: parts[0] ?? '', month: parts[1] ?? '', year: parts[2] ?? '' }
}

/** "march", "Mar" and "03" are all 3; so is "mawrth" in Welsh: three letters tell the months of each language apart. */
const monthNumber = (month: string, months: readonly string[]): string => {
  const text = latinFigures(month.trim().toLowerCase())
  if (text.length < 3) return text
  const isMeant = (name: string): boolean => text.startsWith(name.slice(0, 3).toLowerCase())
  const named = [months, english].map((names) => names.findIndex(isMeant)).find((index) => index >= 0)
  return named === undefined ? text : String(named + 1)
}
