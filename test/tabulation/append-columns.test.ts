import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentReturns, type Returned } from '../../src/response/current.ts'
import { growing } from '../../src/tabulation/append-columns.ts'
import { encodeSets } from '../../src/tabulation/entry-columns.ts'
import type { Sets } from '../../src/tabulation/join-columns.ts'
import { packSets, unpackSets } from '../../src/tabulation/pack-columns.ts'
import { withoutResponses } from '../../src/tabulation/without-responses.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubVersions } from '../support/club-survey.ts'
import { tablesTold } from '../support/tables-told.ts'

const encoded = (returns: readonly Returned[]): Sets => {
  const made = encodeSets(clubVersions, returns)
  if (!made.ok) throw new Error(made.reason)
  return made.sets
}

test('forms added one by one tell what the whole tells, and what they were added to still tells what it did', () => {
  fc.assert(
    fc.property(clubHistory, fc.nat(), ({ counting }, from) => {
      const start = from % (counting.length + 1)
      let all = growing(encoded(counting.slice(0, start)))
      const before = counting.slice(start).map((form, at) => {
        const told = { columns: all.sets, tells: tablesTold(encoded(counting.slice(0, start + at))) }
        all = all.append(encoded([form]))
        return told
      })
      expect(tablesTold(all.sets)).toBe(tablesTold(encoded(counting)))
      for (const { columns, tells } of before) expect(tablesTold(columns)).toBe(tells)
    }),
    { numRuns: 30 },
  )
})

test('two that are added to the same columns do not write over each other', () => {
  fc.assert(
    fc.property(clubHistory, ({ counting }) => {
      const [first, ...others] = counting
      const [second, third] = others
      if (first === undefined || second === undefined || third === undefined) return
      const room = growing(encoded([])).append(encoded([first]))
      const one = room.append(encoded([second]))
      const other = room.append(encoded([third]))
      expect(tablesTold(one.sets)).toBe(tablesTold(encoded([first, second])))
      expect(tablesTold(other.sets)).toBe(tablesTold(encoded([first, third])))
    }),
    { numRuns: 30 },
  )
})

test('a chunk without a form tells what the others tell, and holds nothing of it', () => {
  fc.assert(
    fc.property(clubHistory, fc.nat(), ({ arrived }, which) => {
      const all = currentReturns(arrived)
      const gone = all[which % Math.max(1, all.length)]?.response
      if (gone === undefined) return
      const left = withoutResponses(packSets(encoded(all)), new Set([gone]))
      const others = all.filter(({ response }) => response !== gone)
      expect(tablesTold(unpackSets(left, encoded([])))).toBe(tablesTold(encoded(others)))
      expect(JSON.stringify(left)).not.toContain(`"${gone}\\n`)
      expect(left[0]?.responses.split('\n')).not.toContain(gone)
    }),
    { numRuns: 30 },
  )
})
