import { expect, test } from 'vitest'
import { openDefinition } from '../../src/engine/open-definition.ts'

const role = { type: 'radiogroup', name: 'role', title: 'What is your role?', choices: ['lead', 'officer'] }
const grid = {
  type: 'matrix',
  name: 'support',
  title: 'Support',
  columns: ['yes', 'no'],
  rows: ['designing', 'analysing'],
}

const survey = (...elements: unknown[]): object => ({
  proforma: { id: 'test', units: 'people', audience: 'Anyone', minutes: 1, privacy: 'Private' },
  title: 'Test',
  pages: [{ name: 'one', elements }],
})

const reasons = (json: unknown): readonly string[] => {
  const opened = openDefinition(json)
  return opened.ok ? [] : opened.findings.map(({ where, reason }) => `${where}: ${reason}`)
}

test('opens what the whitelist knows', () => {
  expect(reasons(survey(role, grid))).toEqual([])
})

const nested = (depth: number): object =>
  depth === 0 ? role : { type: 'panel', name: `p${depth}`, elements: [nested(depth - 1)] }

const refused: readonly (readonly [string, unknown, string])[] = [
  ['nothing', null, 'object'],
  ['a list', [], 'object'],
  ['an unknown kind', survey({ type: 'html', name: 'x', html: '<script>' }), '"html" cannot be opened'],
  ['a slider, which records a value when tabbed onto', survey({ ...role, type: 'slider' }), '"slider"'],
  ['a default, which would look like an answer', survey({ ...role, defaultValue: 'lead' }), 'elements[0].defaultValue'],
  ['choices fetched from elsewhere', survey({ ...role, choicesByUrl: { url: 'https://example.org' } }), 'choicesByUrl'],
  ['a page to go to afterwards', { ...survey(role), navigateToUrl: 'https://example.org' }, 'navigateToUrl'],
  ['markup for the end', { ...survey(role), completedHtml: '<b>' }, 'completedHtml'],
  ['a grid row that would pollute prototypes', survey({ ...grid, rows: ['__proto__'] }), 'rows[0]'],
  ['a name that is an expression', survey({ ...role, name: 'a.b' }), 'A name starts with a letter'],
  ['a name that ends like a comment', survey({ ...role, name: 'a-Comment' }), 'A name starts with a letter'],
  ['a null element', survey(null), 'type'],
  ['a name used twice', survey(role, { ...role, name: 'ROLE' }), 'used twice'],
  ['a value used twice', survey({ ...role, choices: ['a', 'a'] }), 'The value a is used twice'],
  ['a rule that can’t be read', survey(role, { ...grid, visibleIf: '{role} = = ' }), 'cannot be read'],
  ['a rule over nothing', survey(role, { ...grid, visibleIf: "{rol} = 'lead'" }), 'there is no such question'],
  [
    'a rule that looks forward',
    survey({ ...role, visibleIf: '{support.designing} notempty' }, grid),
    'A rule can only look back',
  ],
  ['a rule over itself', survey({ ...role, visibleIf: "{role} = 'lead'" }), 'A rule can only look back'],
  [
    'an open-ended row of nothing',
    survey({ ...role, proforma: { openEnded: { of: 'support', words: 'w' } } }),
    'support before',
  ],
  ['panels too deep', survey(nested(6)), '"panel" cannot be opened'],
  [
    'too many items',
    survey(
      ...Array.from({ length: 3 }, (_, n) => ({
        ...grid,
        name: `g${n}`,
        rows: Array.from({ length: 180 }, (__, row) => `r${row}`),
      })),
    ),
    'at most 500',
  ],
  ['too many choices', survey({ ...role, choices: Array.from({ length: 201 }, (_, n) => n) }), 'at most 200'],
  ['too large', survey({ ...role, title: 'x'.repeat(1024 * 1024) }), 'over 1024 KiB'],
  ['a wrong language', survey({ ...role, title: { default: 'a', 'not a language': 'b' } }), 'code of a language'],
  ['a value that is no JSON', survey({ ...role, title: Number.NaN }), 'not JSON'],
]

test.each(refused)('refuses %s', (_, json, reason) => {
  expect(reasons(json).join('\n')).toContain(reason)
})
