import { isCalendarDate } from './problem.ts'

/** A date as it is typed: three boxes, each as it stands. */
export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * The answer that three boxes make: an ISO date where they name a day (`3`, `march`, `2026` → `2026-03-03`), otherwise
 * what was typed, kept as `3/march/` so that nothing typed is lost. Null when all are empty.
 */
export const dateAnswer = ({ day, month, year }: DateParts): string | null => {
  if (day === '' && month === '' && year === '') return null
  const iso = `${year.trim()}-${monthNumber(month).padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  return isCalendarDate(iso) ? iso : `${day}/${month}/${year}`
}

/** The boxes for an answer: the other way round of {@link dateAnswer}. */
export const datePartsOf = (answer: string): DateParts => {
  const parts = isCalendarDate(answer) ? answer.split('-').toReversed().map(Number).map(String) : answer.split('/')
  return { day: parts[0] ?? '', month: parts[1] ?? '', year: parts[2] ?? '' }
}

/** "march", "Mar" and "03" are all 3. */
const monthNumber = (month: string): string => {
  const text = month.trim().toLowerCase()
  const named = text.length < 3 ? -1 : months.findIndex((short) => text.startsWith(short))
  return named < 0 ? text : String(named + 1)
}
