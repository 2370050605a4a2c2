import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import { readAttachmentAnswer } from '../../src/protocol/read-attachment-answer.ts'
import { photoSurvey } from '../support/photo-survey.ts'
import { versionId } from '../../src/survey/version.ts'
import { examplePicture, referenceOf } from './example-picture.ts'
import { exampleReturn, pushOf } from './example-return.ts'
import { withApp } from './with-app.ts'

const bytes = examplePicture(300_000)
const { sha256 } = referenceOf(bytes)
const url = `/api/v1/attachments/${sha256}`

const put = (app: FastifyInstance, query: string, payload: Uint8Array, at = url) =>
  app.inject({
    method: 'PUT',
    url: `${at}?${query}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: Buffer.from(payload),
  })

/** A server that has a return which names the photo. */
const withNamed = async () => {
  const { app, store } = await withApp()
  await store.publish(photoSurvey)
  const change = {
    survey: photoSurvey.proforma.id,
    version: versionId(photoSurvey),
    answers: { stairs: [referenceOf(bytes)] },
    statuses: { stairs: 'answered', room: 'blank', agreed: 'blank' },
  }
  const pushed = await app.inject({ method: 'POST', url: '/api/v1/push', payload: pushOf(exampleReturn(1, change)) })
  expect(pushed.json()).toMatchObject({ acks: [{ status: 'stored' }] })
  return { app, store }
}

describe('a photo on the wire', () => {
  test('comes in two parts, goes on where it stopped, and is told whole', async () => {
    const { app } = await withNamed()
    const total = `total=${bytes.length}`
    const first = await put(app, `offset=0&${total}`, bytes.subarray(0, 262_144))
    expect(readAttachmentAnswer(first.json())).toMatchObject({ sha256, received: 262_144, complete: false })
    expect((await app.inject({ method: 'GET', url })).json()).toMatchObject({ received: 262_144, total: 300_000 })
    expect((await app.inject({ method: 'HEAD', url })).statusCode).toBe(200)
    expect((await app.inject({ method: 'GET', url: `${url}/content` })).statusCode, 'not all there').toBe(404)
    const last = await put(app, `offset=262144&${total}`, bytes.subarray(262_144))
    expect(readAttachmentAnswer(last.json())).toMatchObject({ received: 300_000, complete: true })
    const content = await app.inject({ method: 'GET', url: `${url}/content` })
    expect(content.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' })
    expect(content.rawPayload.equals(bytes)).toBe(true)
  })

  const part = bytes.subarray(0, 100)
  test.each<readonly [string, string, Uint8Array, string | undefined, number, string]>([
    [
      'that no return names',
      'offset=0&total=100',
      part,
      `/api/v1/attachments/${'0'.repeat(64)}`,
      404,
      'unknown-attachment',
    ],
    ['with a name that is no hash', 'offset=0&total=100', part, '/api/v1/attachments/x', 404, 'unknown-attachment'],
    ['that does not say where it belongs', 'offset=-1&total=100', part, undefined, 400, 'bad-part'],
    ['that goes over its end', 'offset=50&total=100', part, undefined, 400, 'bad-part'],
    ['that is empty', 'offset=0&total=100', new Uint8Array(), undefined, 400, 'bad-part'],
    ['in a part over 256 KiB', 'offset=0&total=300000', bytes, undefined, 413, 'part-too-large'],
    ['over 4 MiB', 'offset=0&total=4194305', part, undefined, 413, 'part-too-large'],
    [
      'that is no picture',
      'offset=0&total=100',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'),
      undefined,
      415,
      'not-a-picture',
    ],
    ['that was changed', 'offset=0&total=100', part, undefined, 422, 'attachment-changed'],
  ])('a photo %s is refused', async (_, query, payload, at, status, refused) => {
    const { app } = await withNamed()
    const response = await put(app, query, payload, at)
    expect([response.statusCode, response.json().refused]).toEqual([status, refused])
    expect((await app.inject({ method: 'GET', url })).json()).toMatchObject({ received: 0 })
  })
})
