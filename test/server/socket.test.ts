import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { serverMark } from '../../src/protocol/messages.ts'
import { exampleReturn, pushOf } from './example-return.ts'
import { withApp } from './with-app.ts'

/** Writes the pieces on a raw connection and gives all that comes back until it is closed. */
const converse = (port: number, pieces: readonly string[], { ends = true } = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8')
    })
    // A server that refuses an endless stream resets it; what it said before that still counts.
    socket.on('error', (error) => (heard === '' ? reject(error) : resolve(heard)))
    socket.on('close', () => resolve(heard))
    for (const piece of pieces) socket.write(piece)
    if (ends) socket.end()
  })

const listen = async (patience?: number) => {
  const { app, store } = await withApp(patience === undefined ? {} : { patience })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = app.server.address()
  return { store, port: typeof address === 'object' && address !== null ? address.port : 0 }
}

const head = (...lines: readonly string[]): string =>
  ['POST /api/v1/push HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json', ...lines, '', ''].join('\r\n')

const body = JSON.stringify(pushOf(exampleReturn(1)))
const half = body.slice(0, body.length / 2)
const chunk = (text: string): string => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

test.each([
  ['half a body', 'cut-short', [head(`Content-Length: ${body.length}`), half]],
  ['half a body in chunks', 'cut-short', [head('Transfer-Encoding: chunked'), chunk(half)]],
  [
    'a stream that says no length and goes on',
    'too-large',
    [head('Transfer-Encoding: chunked'), ...Array.from({ length: 40 }, () => chunk('x'.repeat(64 * 1024)))],
  ],
  ['two lengths', 'not-http', [head('Content-Length: 5', 'Content-Length: 6'), 'hello']],
  ['something that is not HTTP', 'not-http', ['HELLO THERE\r\n\r\n']],
  ['headers of 40 kB', 'not-http', [head(`X-Long: ${'x'.repeat(40_000)}`)]],
] as const)('%s is refused as %s, and nothing is stored', async (_, refused, pieces) => {
  const { store, port } = await listen()
  const heard = await converse(port, pieces)
  expect(heard).toContain(`"refused":"${refused}"`)
  expect(heard.toLowerCase()).toContain(`${serverMark.header}: ${serverMark.value}`)
  expect(heard).not.toContain('    at ')
  expect(await store.revisionsAfter(0, 9)).toEqual({ revisions: [], erasures: [], more: false })
  expect(await store.quarantined(9)).toEqual([])
})

test('a body that never comes is not waited for', async () => {
  const { port } = await listen(300)
  expect(await converse(port, [head('Content-Length: 10')], { ends: false })).toContain('"refused":"too-slow"')
})
