import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dateAnswer } from '../../src/response/date-parts.ts'

const monthsOf = (code: string): readonly string[] => {
  const file = JSON.parse(readFileSync(`src/pages/collect/messages/${code}.json`, 'utf8')) as { [key: string]: string }
  return Array.from({ length: 12 }, (_, index) => file[`month${index + 1}`] ?? '')
}

test.each(['en', 'cy', 'pl', 'ur', 'ar'])(
  'every month of %s is understood by its name, and by its first letters',
  (code) => {
    const months = monthsOf(code)
    const read = months
      .flatMap((name) => [name, name.toUpperCase(), name.slice(0, 3)])
      .map((month) => dateAnswer({ day: '3', month, year: '2026' }, months))
    expect(read).toEqual(months.flatMap((_, index) => Array(3).fill(`2026-${String(index + 1).padStart(2, '0')}-03`)))
  },
)

test('English months and bare numbers are understood in every language, and figures of every keyboard', () => {
  const months = monthsOf('ur')
  expect(dateAnswer({ day: '27', month: 'March', year: '2026' }, months)).toBe('2026-03-27')
  expect(dateAnswer({ day: '٢٧', month: '۳', year: '٢٠٢٦' }, months)).toBe('2026-03-27')
})

test('what is no month is kept as it was typed', () => {
  expect(dateAnswer({ day: '27', month: 'm', year: '2026' }, monthsOf('cy'))).toBe('27/m/2026')
  expect(dateAnswer({ day: '٢٧', month: 'xyz', year: '' })).toBe('٢٧/xyz/')
})
