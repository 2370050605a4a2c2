import { describe, expect, test } from 'vitest'
import type { Returned } from '../../src/response/current.ts'
import { encodeColumns } from '../../src/tabulation/columns.ts'
import { tabulate } from '../../src/tabulation/tabulate.ts'
import { clubReturn, clubVersions } from '../support/club-survey.ts'
import { columnsOf, figuresOf, tableOf } from '../support/tabulated.ts'

const first = clubVersions.slice(0, 1)

const fourMembers = [
  clubReturn('a', 1, { member: 'yes', likes: { music: 'yes', sport: 'not_sure' }, help: ['bus'], happy: 3, age: 10 }),
  clubReturn('b', 1, { member: 'yes', likes: { music: 'no' }, help: ['bus', 'money'], happy: 1 }),
  clubReturn('c', 1, { member: 'no', help: ['rather_not'] }),
  clubReturn('d', 1, { member: 'rather_not' }),
]

describe('one version', () => {
  const columns = columnsOf(first, fourMembers)

  test('a grid gives its items by its answers, and keeps blank and not asked apart', () => {
    const table = tableOf(columns, 'likes')
    expect(table.columns.map(({ label }) => label)).toEqual(['yes', 'no', 'Not sure'])
    expect(figuresOf(table, 'likes.music')).toEqual([1, 1, 0, 0, 2, 0])
    expect(figuresOf(table, 'likes.sport')).toEqual([0, 0, 1, 1, 2, 0])
    expect(table.notes).toEqual([
      'Not asked: an earlier answer made the question needless, or the interviewer left it out.',
    ])
    expect(table.versions).toEqual(['version 1'])
  })

  test('a single choice gives one row; who would rather not say is in its non-response, and a note says so', () => {
    const table = tableOf(columns, 'member')
    expect(table.columns.map(({ id }) => id)).toEqual(['yes', 'no'])
    expect(figuresOf(table, 'member')).toEqual([2, 1, 1, 0, 0])
    expect(table.rows[0]).toMatchObject({ refused: 1, dontKnow: 0, base: 4 })
    expect(table.notes).toEqual(['Non-response includes 1 × would rather not say.'])
  })

  test('a tick-all gives each box a row; a refusal is told once, not once a box', () => {
    const table = tableOf(columns, 'help')
    expect(table.rows.map(({ item }) => item)).toEqual(['help.bus', 'help.money'])
    expect(figuresOf(table, 'help.bus')).toEqual([2, 0, 2, 0, 0])
    expect(figuresOf(table, 'help.money')).toEqual([1, 1, 2, 0, 0])
    expect(table.notes).toEqual(['Non-response includes 1 × would rather not say.'])
  })

  test('a scale gives one row in the order of the scale', () => {
    expect(figuresOf(tableOf(columns, 'happy'), 'happy')).toEqual([1, 0, 1, 1, 1, 0])
  })

  test('what is answered with a number is counted by whether it was, with what the numbers come to', () => {
    const table = tableOf(columns, 'age')
    expect(table.columns).toEqual([{ id: '(given)', label: 'Gave a number' }])
    expect(table.summaries).toMatchObject([{ item: 'age', of: 'numbers' }])
  })

  test('a question that there is not is refused', () => {
    expect(tabulate(columns, 'shoes')).toEqual({ ok: false, reason: 'This survey has no question “shoes”.' })
  })

  test('more returned than asked is refused; fewer stand in the base', () => {
    expect(tabulate(columns, 'likes', { population: 3 }).ok).toBe(false)
    expect(tableOf(columns, 'likes', { population: 5 }).base).toEqual({ name: 'all returned', count: 4, population: 5 })
  })

  test('with nothing returned every cell is 0', () => {
    const table = tableOf(columnsOf(first, []), 'likes')
    expect(table.rows.map(({ base, cells }) => [base, cells])).toEqual([
      [0, { yes: 0, no: 0, not_sure: 0 }],
      [0, { yes: 0, no: 0, not_sure: 0 }],
    ])
  })
})

describe('two versions in one table', () => {
  const columns = columnsOf(clubVersions, [
    ...fourMembers,
    clubReturn('e', 2, { member: 'lapsed', likes: { sport: 'sometimes', dance: 'yes' }, help: ['phone'] }),
  ])
  const table = tableOf(columns, 'likes')

  test('the newest order stands, what only the older one had follows', () => {
    expect(table.title).toBe('What do you like to do?')
    expect(table.columns.map(({ id }) => id)).toEqual(['yes', 'not_sure', 'no', 'sometimes'])
    expect(table.rows.map(({ item }) => item)).toEqual(['likes.sport', 'likes.dance', 'likes.music'])
    expect(table.versions).toEqual(['version 1', 'version 2'])
  })

  test('a form whose version lacked the row is not in version, never non-response', () => {
    expect(figuresOf(table, 'likes.sport')).toEqual([0, 1, 0, 1, 1, 2, 0])
    expect(figuresOf(table, 'likes.dance')).toEqual([1, 0, 0, 0, 0, 0, 4])
    expect(figuresOf(table, 'likes.music')).toEqual([1, 0, 1, 0, 0, 2, 1])
  })

  test('a box that one version lacked is not in version, even where its question was answered', () => {
    expect(figuresOf(tableOf(columns, 'help'), 'help.phone')).toEqual([1, 0, 0, 0, 4])
    expect(figuresOf(tableOf(columns, 'help'), 'help.money')).toEqual([1, 1, 2, 0, 1])
  })

  test('the notes say which wording and which answers differed', () => {
    expect(table.notes).toContain('“Sport” was “Sports” in version 1.')
    expect(table.notes).toContain('“sometimes” was not offered in version 1.')
  })

  test('a question asked in another way in another version makes no table', () => {
    const definition = structuredClone(clubVersions[1]?.definition)
    if (definition === undefined) throw new Error('There is no second version')
    const reworked = {
      ...definition,
      pages: [{ name: 'all', elements: [{ type: 'text', name: 'member', title: 'Are you a member?' } as const] }],
    }
    const [one] = clubVersions
    if (one === undefined) throw new Error('There is no first version')
    const mixed = columnsOf([{ ...one, definition: reworked, id: clubVersions[1]?.id ?? one.id }, one], fourMembers)
    expect(tabulate(mixed, 'member')).toMatchObject({ ok: false })
  })
})

const stray = (answers: Returned['answers'], response = 'z'): Returned => ({
  ...clubReturn(response, 1, { member: 'yes' }),
  answers,
})

describe('what does not fit', () => {
  test('an answer on no list has a column of its own and a note', () => {
    const table = tableOf(columnsOf(first, [...fourMembers, stray({ member: 'maybe' })]), 'member')
    expect(table.columns.at(-1)?.label).toBe('Not on the list')
    expect(figuresOf(table, 'member')).toEqual([2, 1, 1, 1, 0, 0])
    expect(table.notes).toContain('1 answer is on no list of answers: see the column “Not on the list”.')
  })

  test('a choice that says prefer not to say is no answer, whatever status came with it', () => {
    const table = tableOf(
      columnsOf(first, [stray({ member: 'rather_not' }), stray({ member: 'no_idea' }, 'y')]),
      'member',
    )
    expect(table.rows[0]).toMatchObject({ cells: { yes: 0, no: 0 }, nonResponse: 2, refused: 1, dontKnow: 1 })
    expect(table.notes).toEqual(['Non-response includes 1 × would rather not say and 1 × did not know.'])
  })

  test('a tick on no list is told', () => {
    const odd = clubReturn('z', 1, { help: ['bus'] })
    const table = tableOf(columnsOf(first, [{ ...odd, answers: { help: ['bus', 'taxi'] } }]), 'help')
    expect(figuresOf(table, 'help.bus')).toEqual([1, 0, 0, 0, 0])
    expect(table.notes).toContain('1 form has a tick for something that is on no list of answers.')
  })

  test('a return of a version that is not here is refused, not left out', () => {
    const other = clubReturn('e', 2, { member: 'yes' })
    expect(encodeColumns(first, [...fourMembers, other])).toEqual({
      ok: false,
      reason: '1 of 5 returns answer a version that is not here.',
    })
  })

  test('names from the prototype are neither answers nor questions', () => {
    const odd = JSON.parse('{"__proto__": "yes", "member": "constructor"}') as Returned['answers']
    expect(figuresOf(tableOf(columnsOf(first, [stray(odd)]), 'member'), 'member')).toEqual([0, 0, 1, 0, 0, 0])
  })
})
