import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { assert, constantFrom, integer, pre, property, shuffledSubarray, string } from 'fast-check'
import { expect, test } from 'vitest'
import { draw } from '../../src/population/draw.ts'
import { readList } from '../../src/population/read-list.ts'
import { readCsv } from '../../src/export/read-csv.ts'
import { drawCommand } from '../../src/cli/draw-command.ts'

const path = 'surveys/larc-support-needs.population.csv'
const csv = readCsv(readFileSync(path, 'utf8'))
const { members } = readList(csv.ok ? csv.lines : [], 'name')

/** The same draw from its description alone, by another hand and in another language. */
const python = `
import csv, hashlib, json, sys
path, seed, n, by = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
rows = list(csv.DictReader(open(path, encoding='utf-8', newline='')))
groups = {}
for r in rows: groups.setdefault(r[by], []).append(r['Name'])
share = {g: n * len(u) // len(rows) for g, u in groups.items()}
left = n - sum(share.values())
for g in sorted(groups, key=lambda g: (-(n * len(groups[g]) % len(rows)), g))[:left]: share[g] += 1
sha = lambda text: hashlib.sha256(text.encode('utf-8')).hexdigest()
out = {g: sorted(u, key=lambda i: sha(seed + ':' + i)) for g, u in groups.items()}
digest = sha(''.join(sorted(r['Name'] + '\\t' + r[by] + '\\n' for r in rows)))
print(json.dumps({'list': digest, 'drawn': {g: out[g][:share[g]] for g in sorted(out)}, 'reserves': {g: out[g][share[g]:] for g in sorted(out)}}))
`

test('26 authorities are the example population', () => {
  expect(members).toHaveLength(26)
})

test('the command line and a few independent lines of Python draw the same 15 by region', async () => {
  const told = await drawCommand([path, '--seed', 'LARC 2008', '--n', '15', '--by', 'region', '--format', 'json'])
  const record = JSON.parse(told.ok ? told.text : '{}') as {
    readonly listSha256: string
    readonly strata: readonly { readonly stratum: string; readonly drawn: string[]; readonly reserves: string[] }[]
  }
  const other: unknown = JSON.parse(
    execFileSync('python3', ['-c', python, path, 'LARC 2008', '15', 'Region'], { encoding: 'utf8' }),
  )
  expect({
    list: record.listSha256,
    drawn: Object.fromEntries(record.strata.map(({ stratum, drawn }) => [stratum, drawn])),
    reserves: Object.fromEntries(record.strata.map(({ stratum, reserves }) => [stratum, reserves])),
  }).toEqual(other)
})

test('over 4,000 seeds each unit is drawn as often as its group says', () => {
  const seeds = 4000
  const times = new Map<string, number>()
  const chances = new Map<string, number>()
  for (let seed = 0; seed < seeds; seed += 1) {
    const drawn = draw(members, { seed: `seed ${seed}`, n: 15, allocation: { kind: 'proportional', by: 'Type' } })
    if (!drawn.ok) throw new Error(drawn.reason)
    for (const { drawn: ids, reserves, size } of drawn.record.strata) {
      for (const id of [...ids, ...reserves]) chances.set(id, ids.length / size)
      for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
    }
  }
  // Of a unit: a binomial variance. Drawn without replacement, the units of a group hang together, which only lowers it.
  const open = [...chances].filter(([, chance]) => chance > 0 && chance < 1)
  const chiSquare = open.reduce((sum, [id, chance]) => {
    const off = (times.get(id) ?? 0) - seeds * chance
    return sum + (off * off) / (seeds * chance * (1 - chance))
  }, 0)
  expect(open.length).toBeGreaterThan(20)
  // The 99.9th percentile of chi-square with 26 degrees of freedom.
  expect(chiSquare).toBeLessThan(54.05)
  const sure = [...chances].filter(([, chance]) => chance === 1)
  expect(sure.map(([id]) => times.get(id))).toEqual(sure.map(() => seeds))
})

test('the order of the list changes nothing, and every unit is drawn or a reserve, once', () => {
  assert(
    property(
      shuffledSubarray([...members], { minLength: 26 }),
      string({ minLength: 1 }),
      integer({ min: 1, max: 26 }),
      constantFrom('proportional', 'equal'),
      (shuffled, seed, n, kind) => {
        pre(seed.trim() !== '')
        const asked = { seed, n, allocation: { kind, by: 'Region' } } as const
        const once = draw(members, asked)
        expect(draw(shuffled, asked)).toEqual(once)
        if (!once.ok) throw new Error(once.reason)
        const { strata } = once.record
        expect(strata.flatMap(({ drawn }) => drawn)).toHaveLength(n)
        expect(strata.flatMap(({ drawn, reserves }) => [...drawn, ...reserves]).toSorted()).toEqual(
          members.map(({ id }) => id).toSorted(),
        )
      },
    ),
    { numRuns: 200 },
  )
})

test.each([
  [{ seed: ' ', n: 3, allocation: { kind: 'simple' } }, 'seed'],
  [{ seed: 'a', n: 27, allocation: { kind: 'simple' } }, '26'],
  [{ seed: 'a', n: 0, allocation: { kind: 'simple' } }, 'whole number'],
  [{ seed: 'a', n: 3, allocation: { kind: 'equal', by: 'Size' } }, 'Size'],
  [{ seed: 'a', n: 3, allocation: { kind: 'by-hand', by: 'Region', numbers: { Wales: 1 } } }, 'Wales'],
  [{ seed: 'a', n: 3, allocation: { kind: 'by-hand', by: 'Region', numbers: { London: 40 } } }, 'London'],
] as const)('%j is refused in words', (asked, word) => {
  const drawn = draw(members, asked)
  expect(drawn.ok ? '' : drawn.reason).toContain(word)
})

test('how many are needed is said in words', async () => {
  expect(await drawCommand([path])).toEqual({ ok: true, text: 'For 26, ask all of them.\n' })
})
