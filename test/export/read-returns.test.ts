import { describe, expect, test } from 'vitest'
import { readReturns } from '../../src/export/read-returns.ts'
import { digest } from '../../src/survey/sha256.ts'

const version = 'a'.repeat(64)

const returned = { id: 'r1', response: 'f1', survey: 'clubs', version, answers: { member: 'yes' } }

const line = (value: object): string => JSON.stringify(value)

const fileOf = (...lines: readonly string[]): string => `${lines.join('\n')}\n`

const reasonFor = (text: string): string => {
  const read = readReturns(text, 'clubs')
  return read.ok ? 'it was taken' : read.reason
}

const good = line({ type: 'return', ...returned })

test('returns, themes and codings come with their lines; empty lines and Windows line ends are passed over', () => {
  const text = `\uFEFF${line({ type: 'about', survey: 'clubs', version, invented: true, note: 'Made up' })}\r\n\r\n${good}\r\n${line(
    { type: 'theme', id: 'water', label: 'Water', of: 'likes' },
  )}\r\n${line({ type: 'coding', response: 'f1', question: 'own1', theme: 'water' })}`
  expect(readReturns(text, 'clubs')).toEqual({
    ok: true,
    file: {
      about: { survey: 'clubs', version, invented: true, note: 'Made up' },
      returns: [{ ...returned, replaces: null, statuses: null, returnedAt: null, invented: false, line: 3 }],
      themes: [{ id: 'water', label: 'Water', of: 'likes', line: 4 }],
      codings: [{ response: 'f1', question: 'own1', theme: 'water', line: 5 }],
    },
  })
})

test('a digest that matches is taken, whatever the file says around the return', () => {
  const sealed = { ...returned, sha256: digest(returned) }
  expect(readReturns(line({ type: 'return', invented: true, ...sealed }), 'clubs').ok).toBe(true)
})

describe('each of these is refused whole, with its line', () => {
  test.each([
    ['nothing', '', 'the file is empty'],
    ['no JSON', fileOf(good, 'hello'), /^line 2: this is not JSON/],
    ['half a line', fileOf(good, good.slice(0, 40)), /^line 2: this is not JSON/],
    ['a list', fileOf('[1]'), 'line 1: this is not a JSON object'],
    ['no type', fileOf(line(returned)), /^line 1: its type is missing/],
    ['an unknown type', fileOf(line({ type: 'answer' })), /^line 1: its type is "answer"/],
    ['an inherited type', fileOf('{"__proto__":{"type":"return"}}'), /^line 1: its type is missing/],
    ['no id', fileOf(line({ type: 'return', ...returned, id: '' })), 'line 1: “id” is missing or is not text'],
    ['a number for an id', fileOf(line({ type: 'return', ...returned, response: 7 })), /^line 1: “response”/],
    ['a short version', fileOf(line({ type: 'return', ...returned, version: 'abc' })), /^line 1: “version”/],
    ['no answers', fileOf(line({ type: 'return', ...returned, answers: null })), /^line 1: “answers”/],
    [
      'an unknown status',
      fileOf(line({ type: 'return', ...returned, statuses: { member: 'lost' } })),
      /^line 1: “stat/,
    ],
    [
      'another survey',
      fileOf(good, line({ type: 'return', ...returned, survey: 'x' })),
      /^line 2: .*“x”, not for “clubs”/,
    ],
    ['an id twice', fileOf(good, '', good), 'line 3: the return “r1” stands on line 1 already'],
    ['a wrong digest', fileOf(line({ type: 'return', ...returned, sha256: version })), /^line 1: its content/],
    ['a digest that is no text', fileOf(line({ type: 'return', ...returned, sha256: 1 })), /^line 1: its content/],
    [
      'an unknown theme',
      fileOf(good, line({ type: 'coding', response: 'f1', question: 'q', theme: 't' })),
      /^line 2: .*“t”/,
    ],
    [
      'a coding of nothing',
      fileOf(
        line({ type: 'theme', id: 't', label: 'T', of: 'g' }),
        line({ type: 'coding', response: 'f1', question: 'q', theme: 't' }),
      ),
      'line 2: there is no response “f1” in this file',
    ],
    ['a theme without words', fileOf(line({ type: 'theme', id: 't', of: 'g' })), /^line 1: “label”/],
  ])('%s', (_, text, reason) => {
    expect(reasonFor(text)).toMatch(reason)
  })
})
