import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { photosIn, referencesIn, signatureIn } from '../../src/response/attachment.ts'
import { checkRevision } from '../../src/response/check-revision.ts'
import { problemOf } from '../../src/response/problem.ts'
import type { Definition, PhotoQuestion, SignatureQuestion } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import type { Json } from '../../src/survey/json.ts'
import { exampleReference as one } from '../support/arbitrary-definition.ts'

const two = { ...one, sha256: 'cd'.repeat(32) }
const photo: PhotoQuestion = { type: 'file', name: 'home', title: 'Home', proforma: { most: 2 } }
const signature: SignatureQuestion = { type: 'signaturepad', name: 'sign', title: 'Sign' }
const definition: Definition = {
  proforma: { id: 'photos' as SurveyId, units: 'people', audience: 'Anyone', minutes: 1, privacy: 'Private' },
  title: 'Photos',
  pages: [{ name: 'page', elements: [photo, signature] }],
}

const misfit = (answers: { readonly [question: string]: Json }) => {
  const statuses = {
    home: 'blank',
    sign: 'blank',
    ...Object.fromEntries(Object.keys(answers).map((name) => [name, 'answered'])),
  }
  return checkRevision({ answers, statuses }, definition)
}

describe('photos and signatures as answers', () => {
  test('references to photos fit, up to as many as the question takes, each once', () => {
    expect(misfit({ home: [one] })).toBeNull()
    expect(misfit({ home: [one, two] })).toBeNull()
    expect(misfit({ home: [one, one] })).toMatchObject({ reason: 'unknown-answer', item: 'home' })
    const three = { ...one, sha256: 'ef'.repeat(32) }
    expect(misfit({ home: [one, two, three] })).toMatchObject({ reason: 'unknown-answer' })
    expect(problemOf(photo, [one, two, three])).toEqual({ kind: 'too-many-photos', most: 2 })
  })

  test.each<readonly [string, object]>([
    ['bytes of content', { ...one, content: 'data:image/jpeg;base64,AAAA' }],
    ['another type', { ...one, type: 'image/svg+xml' }],
    ['no hash', { ...one, sha256: 'x' }],
    ['a side of over 1,600 pixels', { ...one, width: 1601 }],
    ['over 4 MiB', { ...one, bytes: 5 * 1024 * 1024 }],
  ])('a reference with %s is refused', (_, reference) => {
    expect(misfit({ home: [reference as Json] })).toEqual({ reason: 'unknown-answer', item: 'home' })
  })

  test('a typed name suffices, a drawing without one does not', () => {
    expect(misfit({ sign: { name: 'Ann Other' } })).toBeNull()
    expect(misfit({ sign: { name: 'Ann Other', drawn: one } })).toBeNull()
    expect(misfit({ sign: { name: ' ', drawn: one } })).toMatchObject({ reason: 'unknown-answer' })
    expect(misfit({ sign: { name: 'Ann', age: 4 } })).toMatchObject({ reason: 'unknown-answer' })
    expect(problemOf(signature, { name: ' ', drawn: one })).toEqual({ kind: 'name-missing' })
    expect(problemOf({ ...signature, isRequired: true }, { name: ' ' })).toEqual({ kind: 'required' })
  })

  test('every reference in any answer is found once, however deep', () => {
    const answers = { home: [one], sign: { name: 'Ann', drawn: two }, children: [{ name: 'Amir', photo: [one] }], a: 1 }
    expect(referencesIn(answers)).toEqual([one, two])
  })

  test('nothing that an answer may be makes the readers throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect([photosIn(value as Json), signatureIn(value as Json), referencesIn(value as Json)]).toHaveLength(3)
      }),
    )
  })
})
