import { describe, expect, test } from 'vitest'
import { askServer } from '../../src/device/ask-server.ts'

const clock = () => new Date('2026-11-23T14:00:00Z')
const readAny = (json: unknown) => (json === null ? null : { json })

const ask = (answer: () => Response | Promise<Response>) =>
  askServer('/api/v1/push', { method: 'POST' }, readAny, { clock, fetch: async () => answer() })

const ours = { 'x-proforma': 'proforma-1', 'content-type': 'application/json; charset=utf-8' }
const html = { 'content-type': 'text/html' }

const broken = () =>
  new Response(
    new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode('{"acks":['))
        stream.error(new TypeError('cut'))
      },
    }),
    { headers: ours },
  )

test('an answer with mark, type and form is believed', async () => {
  expect(await ask(() => Response.json({ a: 1 }, { headers: ours }))).toEqual({ ok: true, message: { json: { a: 1 } } })
})

describe('an answer is not believed', () => {
  test.each([
    ['that never came', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable', 'could not reach'],
    ['that broke off', broken, 'unreadable', 'broke off'],
    ['of half its JSON', () => new Response('{"acks":[{"id"', { headers: ours }), 'unreadable', 'could not be read'],
    ['of a sign-in page', () => new Response('<html>', { headers: html }), 'not-the-server', 'Wi-Fi'],
    ['of a sign-in page that says it is JSON', () => Response.json({ acks: [] }), 'not-the-server', 'Wi-Fi'],
    [
      'of HTML with the mark',
      () => new Response('<html>', { headers: { ...ours, ...html } }),
      'not-the-server',
      'Wi-Fi',
    ],
    [
      'of a mark of another make',
      () => Response.json({}, { headers: { 'x-proforma': '1' } }),
      'not-the-server',
      'Wi-Fi',
    ],
    ['that sends on to a sign-in page', () => Response.redirect('http://wifi.example/'), 'not-the-server', 'Wi-Fi'],
    ['that asks to sign in first', () => new Response('<html>', { status: 511 }), 'not-the-server', 'Wi-Fi'],
    ['500 of a proxy', () => new Response('<html>', { status: 502, headers: html }), 'refused', '(502)'],
    ['413 of a proxy', () => new Response('', { status: 413 }), 'refused', 'so much'],
    ['401 of a proxy', () => new Response('', { status: 401 }), 'refused', '(401)'],
    [
      'refused by the server',
      () => Response.json({ refused: 'client-too-new', reason: '<b>' }, { status: 400, headers: ours }),
      'refused',
      'This app is newer than the server.',
    ],
    [
      'refused for a reason not known here',
      () => Response.json({ refused: '__proto__' }, { status: 418, headers: ours }),
      'refused',
      '(418)',
    ],
  ] as const)('%s', async (_, answer, kind, words) => {
    const asked = await ask(answer)
    expect(asked).toMatchObject({ ok: false, failure: { kind, retryAfter: null } })
    expect(!asked.ok && asked.failure.reason).toContain(words)
  })
})

test('Retry-After is heard', async () => {
  const asked = await ask(() => new Response('', { status: 429, headers: { 'retry-after': '120' } }))
  expect(asked).toMatchObject({ ok: false, failure: { kind: 'refused', retryAfter: 120_000 } })
})
