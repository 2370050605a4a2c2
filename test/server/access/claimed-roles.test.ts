import { expect, test } from 'vitest'
import { rolesOfClaim } from '../../../src/server/access/claimed-roles.ts'

const lead = { role: 'lead', singleAnswers: false }
const analyst = { role: 'analyst', singleAnswers: false }
const reader = { role: 'analyst', singleAnswers: true }
const strange = ['Lead', 'lead:', 'lead:a:b', 'lead:../x', 'lead: visits', 'admin', '__proto__', 'constructor', 7, null]

test.each<readonly [unknown, boolean, readonly object[]]>([
  [['lead'], false, [{ survey: '*', ...lead }]],
  ['owner lead:visits', true, [{ survey: 'visits', ...lead }]],
  [
    ['analyst:visits', 'analyst-answers:elections'],
    false,
    [
      { survey: 'elections', ...reader },
      { survey: 'visits', ...analyst },
    ],
  ],
  [['analyst:visits', 'lead:visits'], false, [{ survey: 'visits', ...lead }]],
  [strange, false, []],
  [undefined, false, []],
  [{ owner: true }, false, []],
  [true, false, []],
  ['', false, []],
])('a claim of %j', (claim, owner, given) => {
  expect(rolesOfClaim(claim)).toEqual({ owner, given })
})

test('of a claim with thousands of groups the first thousand are read', () => {
  const groups = Array.from({ length: 5000 }, (_, n) => `group-${n}`)
  expect(rolesOfClaim([...groups, 'owner']).owner).toBe(false)
  expect(rolesOfClaim(['owner', ...groups]).owner).toBe(true)
})
