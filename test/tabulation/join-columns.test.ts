import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { settle } from '../../src/engine/statuses.ts'
import { currentReturns, type Returned } from '../../src/response/current.ts'
import type { ResponseId, RevisionId } from '../../src/response/revision.ts'
import { versionId } from '../../src/survey/version.ts'
import { encodeSets } from '../../src/tabulation/entry-columns.ts'
import { joinSets, type Sets } from '../../src/tabulation/join-columns.ts'
import type { KnownVersion } from '../../src/tabulation/merge-versions.ts'
import { packSets, unpackSets } from '../../src/tabulation/pack-columns.ts'
import { childrenSurvey } from '../support/children-survey.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubVersions } from '../support/club-survey.ts'
import { tablesTold } from '../support/tables-told.ts'

const encoded = (versions: readonly KnownVersion[], returns: readonly Returned[]): Sets => {
  const made = encodeSets(versions, returns)
  if (!made.ok) throw new Error(made.reason)
  return made.sets
}

/** Encodes what arrived in parts, each by itself, as if each had been kept and read back. */
const inParts = (versions: readonly KnownVersion[], arrived: readonly Returned[], at: readonly number[]): Sets => {
  const none = encoded(versions, [])
  const cuts = [0, ...at.map((cut) => cut % (arrived.length + 1)).toSorted((a, b) => a - b), arrived.length]
  const parts = cuts.slice(1).map((to, index) => {
    const before = arrived.slice(0, to)
    const fresh = new Set(arrived.slice(cuts[index], to).map(({ response }) => response))
    return encoded(
      versions,
      currentReturns(before).filter(({ response }) => fresh.has(response)),
    )
  })
  return joinSets([none, ...parts.map((part) => unpackSets(structuredClone(packSets(part)), none))])
}

const cuts = fc.array(fc.nat(), { maxLength: 5 })

test('parts that were encoded apart and joined tell what the whole tells, with amendments across them', () => {
  fc.assert(
    fc.property(clubHistory, cuts, ({ arrived }, at) => {
      expect(tablesTold(inParts(clubVersions, arrived, at))).toBe(tablesTold(encoded(clubVersions, arrived)))
    }),
  )
})

const definition = childrenSurvey()
const child = fc.record({ child_name: fc.constantFrom('A', 'B'), age: fc.nat({ max: 9 }) }, { requiredKeys: [] })

test('entries are joined with the forms they stand in, and go with them', () => {
  fc.assert(
    fc.property(fc.array(fc.array(child, { maxLength: 3 }), { maxLength: 8 }), cuts, (homes, at) => {
      const versions = [{ id: versionId(definition), number: 1, definition }]
      const arrived = homes.map((children, index): Returned => {
        // Every third form changes the one before it.
        const amends = index % 3 === 2
        return {
          id: `revision ${index}` as RevisionId,
          response: `response ${amends ? index - 1 : index}` as ResponseId,
          replaces: amends ? (`revision ${index - 1}` as RevisionId) : null,
          version: versionId(definition),
          ...settle(definition, { children }),
        }
      })
      const joined = inParts(versions, arrived, at)
      expect(tablesTold(joined)).toBe(tablesTold(encoded(versions, arrived)))
      const without = joinSets([joined], new Set(['response 0' as ResponseId]))
      expect(tablesTold(without)).toBe(
        tablesTold(
          encoded(
            versions,
            arrived.filter(({ response }) => response !== 'response 0'),
          ),
        ),
      )
    }),
    { numRuns: 40 },
  )
})
