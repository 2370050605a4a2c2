import * as fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { isRevision } from '../../src/protocol/check-push.ts'
import { readEraseAnswer } from '../../src/protocol/read-erasure.ts'
import { readInventoryAnswer } from '../../src/protocol/read-inventory-answer.ts'
import { readPublishAnswer } from '../../src/protocol/read-publish-answer.ts'
import { readPushAnswer } from '../../src/protocol/read-push-answer.ts'
import { readRevision } from '../../src/protocol/read-revision.ts'
import { readRevisionsPage } from '../../src/protocol/read-revisions-page.ts'
import { readSurveysAnswer } from '../../src/protocol/read-surveys-answer.ts'
import { readAsideAnswer, readAsideDecided } from '../../src/protocol/read-aside.ts'
import {
  asideAnswerSchema,
  asideDecidedSchema,
  eraseAnswerSchema,
  inventoryAnswerSchema,
  publishAnswerSchema,
  pushAnswerSchema,
  revisionsPageSchema,
  surveysAnswerSchema,
} from '../../src/protocol/schemas.ts'
import { definition, exampleReturn, uuid } from '../server/example-return.ts'

const server = { protocol: 1, server: uuid(1), epoch: uuid(2) }
const sha256 = 'a'.repeat(64)

const forms = {
  'a return': {
    sound: exampleReturn(1),
    reads: (value: unknown) => readRevision(value) !== null,
    fits: isRevision,
  },
  'a return with what an interviewer adds': {
    sound: {
      ...exampleReturn(1),
      notes: { q1: 'Said with a smile' },
      consents: [
        { question: 'consent', given: true, at: '2026-11-23T15:00:00.000Z', version: sha256, language: 'cy' },
        { question: 'consent', given: false, at: '2026-11-23T15:01:00.000Z', version: sha256, language: 'cy' },
      ],
      seconds: 340,
    },
    reads: (value: unknown) => readRevision(value) !== null,
    fits: isRevision,
  },
  'a sealed return': {
    sound: { ...exampleReturn(1), answers: {}, statuses: {}, sealed: { box: 'AQID', photos: [sha256] } },
    reads: (value: unknown) => readRevision(value) !== null,
    fits: isRevision,
  },
  'the answer to a push': {
    sound: {
      ...server,
      acks: [
        { id: uuid(3), status: 'stored', seq: 1, sha256, reason: null },
        { id: null, status: 'quarantined', seq: null, sha256: null, reason: 'not-a-revision' },
      ],
    },
    reads: (value: unknown) => readPushAnswer(value) !== null,
    fits: (value: unknown) => Compile(pushAnswerSchema).Check(value),
  },
  'a page of returns': {
    sound: { ...server, after: 6, revisions: [{ seq: 7, revision: exampleReturn(1) }], next: 7, more: false },
    reads: (value: unknown) => readRevisionsPage(value) !== null,
    fits: (value: unknown) => Compile(revisionsPageSchema).Check(value),
  },
  'a page with what was erased': {
    sound: {
      ...server,
      revisions: [],
      erasures: [
        {
          seq: 8,
          erasure: { response: uuid(9), survey: 'visits', at: '2026-11-23T15:00:00.000Z', reason: 'withdrawn' },
        },
      ],
      next: 8,
      more: true,
    },
    reads: (value: unknown) => readRevisionsPage(value) !== null,
    fits: (value: unknown) => Compile(revisionsPageSchema).Check(value),
  },
  'the answer to a request to erase': {
    sound: { ...server, acks: [{ response: uuid(9), status: 'erased', seq: 8 }] },
    reads: (value: unknown) => readEraseAnswer(value) !== null,
    fits: (value: unknown) => Compile(eraseAnswerSchema).Check(value),
  },
  'the answer to an inventory': {
    sound: { ...server, device: uuid(1), highest: 8, count: 6, missing: [3, 5] },
    reads: (value: unknown) => readInventoryAnswer(value) !== null,
    fits: (value: unknown) => Compile(inventoryAnswerSchema).Check(value),
  },
  'the answer to an inventory, with what the lead decided': {
    sound: {
      ...server,
      highest: 8,
      count: 6,
      missing: [],
      rejected: [{ id: uuid(6), because: 'A trial' }],
      aside: [uuid(6)],
    },
    reads: (value: unknown) => readInventoryAnswer(value) !== null,
    fits: (value: unknown) => Compile(inventoryAnswerSchema).Check(value),
  },
  'what is kept aside': {
    sound: {
      ...server,
      aside: [
        {
          sha256,
          reason: 'unknown-version',
          times: 2,
          firstAt: '2026-11-23T15:00:00.000Z',
          lastAt: '2026-11-23T15:01:00.000Z',
          content: '{}',
          characters: 2,
          rejected: { at: '2026-11-23T15:02:00.000Z', because: 'A trial' },
        },
      ],
      more: false,
      bySurvey: [
        { survey: null, waiting: 1, rejected: 0 },
        { survey: 'visits', waiting: 0, rejected: 2 },
      ],
    },
    reads: (value: unknown) => readAsideAnswer(value) !== null,
    fits: (value: unknown) => Compile(asideAnswerSchema).Check(value),
  },
  'what became of it': {
    sound: { ...server, became: 'aside', reason: 'unknown-version' },
    reads: (value: unknown) => readAsideDecided(value) !== null,
    fits: (value: unknown) => Compile(asideDecidedSchema).Check(value),
  },
  'the surveys': {
    sound: {
      ...server,
      versions: [{ id: sha256, survey: 'visits', number: 1, publishedAt: '2026-11-23T15:00:00.000Z', definition }],
      standings: [
        { id: uuid(4), survey: 'visits', version: sha256, state: 'live', at: '2026-11-23T15:00:00.000Z', seq: 3 },
      ],
    },
    reads: (value: unknown) => readSurveysAnswer(value) !== null,
    fits: (value: unknown) => Compile(surveysAnswerSchema).Check(value),
  },
  'the answer to a publication': {
    sound: {
      ...server,
      versions: [
        { id: sha256, status: 'published', number: 2, reason: null },
        { id: null, status: 'refused', number: null, reason: 'not-a-version' },
      ],
      standings: [{ id: uuid(5), status: 'kept', seq: 1, reason: null }],
    },
    reads: (value: unknown) => readPublishAnswer(value) !== null,
    fits: (value: unknown) => Compile(publishAnswerSchema).Check(value),
  },
} as const

/** Values that a form is likely to get wrong. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    0,
    1,
    -1,
    1.5,
    2 ** 53,
    '',
    'x',
    'x\n',
    [],
    {},
    null,
    [null],
    { '\n': 1 },
    'stored',
    'known',
    'closed',
    'withdrawn',
    'erased',
    'constructor',
  ),
  fc.constantFrom(
    '2026-11-23T15:00:00Z',
    '2026-11-23T15:00:00.000Z\n',
    uuid(1).toUpperCase(),
    `${uuid(1)}\n`,
    'cy',
    'en-',
  ),
)

/** Every path inside a value: `[]`, `['acks']`, `['acks', '0']`, … */
const pathsIn = (value: unknown): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [[], ...Object.entries(value).flatMap(([name, part]) => pathsIn(part).map((path) => [name, ...path]))]
    : [[]]

/** The value with something else at a path, or nothing there where `what` is undefined. */
const withAt = (value: unknown, [name, ...rest]: readonly string[], what: unknown): unknown => {
  if (name === undefined) return what
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) }
  const at = withAt((value as Record<string, unknown> | null)?.[name], rest, what)
  if (at === undefined && !Array.isArray(copy)) delete copy[name]
  else Object.defineProperty(copy, name, { value: at ?? null, enumerable: true, writable: true, configurable: true })
  return copy
}

describe.each(Object.entries(forms))('%s', (_, { sound, reads, fits }) => {
  test('as the server writes it is read, and fits the schema', () => {
    expect([reads(sound), fits(sound)]).toEqual([true, true])
  })

  test('changed anywhere, to anything, is read exactly where it fits the schema', () => {
    const tally = { read: 0, refused: 0 }
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(sound)), fc.option(odd, { nil: undefined }), (path, what) => {
        const value = withAt(sound, path, what)
        expect(reads(value)).toBe(fits(value))
        tally[reads(value) ? 'read' : 'refused'] += 1
      }),
      { numRuns: 3000 },
    )
    expect(Math.min(tally.read, tally.refused), 'both happen').toBeGreaterThan(20)
  })

  test('with a member too many is read exactly where it fits the schema', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pathsIn(sound)),
        fc.constantFrom('more', 'toString', '\n'),
        odd,
        (path, name, what) => {
          const value = withAt(sound, [...path, name], what)
          expect(reads(value)).toBe(fits(value))
        },
      ),
      { numRuns: 500 },
    )
  })

  test.each([null, undefined, '<html>Sign in to the wifi</html>', 7, [], {}])('is not %j', (value) => {
    expect([reads(value), fits(value)]).toEqual([false, false])
  })
})
