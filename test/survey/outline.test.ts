import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasOutline } from '../../src/survey/outline.ts'
import { questionsOf } from '../../src/survey/questions.ts'
import { textIn } from '../../src/survey/text.ts'
import { arbitraryDefinition } from '../support/arbitrary-definition.ts'

const folder = join(import.meta.dirname, '../../surveys')

test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s has the outline of a survey', (file) => {
  expect(hasOutline(JSON.parse(readFileSync(join(folder, file), 'utf8')))).toBe(true)
})

/** Every place in a value that can be spoiled. */
const places = (value: unknown): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [[key], ...places(part).map((path) => [key, ...path])])
    : []

const spoiled = (value: unknown, [key, ...rest]: readonly string[], what: unknown): unknown => {
  if (key === undefined) return what
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = spoiled(copy[key], rest, what)
  return copy
}

test('what has it can be listed, whatever else is wrong with it', () => {
  const tally = { listed: 0, refused: 0 }
  fc.assert(
    fc.property(
      arbitraryDefinition,
      fc.nat(),
      fc.constantFrom(null, 7, 'x', [], {}, [null]),
      (definition, at, what) => {
        const all = places(definition)
        const value = spoiled(definition, all[at % all.length] ?? [], what) as typeof definition
        expect(hasOutline(definition)).toBe(true)
        const sound = hasOutline(value)
        tally[sound ? 'listed' : 'refused'] += 1
        const listed = () => [
          textIn(value.title).trim(),
          value.proforma.audience.trim(),
          questionsOf(value).map(({ name }) => name.trim()),
        ]
        expect(sound ? listed : () => []).not.toThrow()
      },
    ),
    { numRuns: 1000 },
  )
  expect(Math.min(tally.listed, tally.refused), 'both happen').toBeGreaterThan(20)
})

test('panels without end are refused, not followed', () => {
  let deep: object = { type: 'panel', name: 'p', elements: [] }
  for (let level = 0; level < 20_000; level += 1) deep = { type: 'panel', name: 'p', elements: [deep] }
  const proforma = { id: 'x', audience: '', minutes: 1, privacy: '' }
  expect(hasOutline({ proforma, title: 'x', pages: [{ name: 'one', elements: [deep] }] })).toBe(false)
})
