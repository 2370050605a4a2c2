import { describe, expect, test } from 'vitest'
import { makeFigures } from '../../../src/server/watch/figures.ts'
import { errorLine } from '../../../src/server/watch/watch-requests.ts'
import { withApp } from '../with-app.ts'

const version = 'a'.repeat(64)

describe('what is watched of requests', () => {
  test('is the route and how it went, and never the address, who asked or from where', async () => {
    const lines: string[] = []
    const { app } = await withApp({ log: { what: 'all', write: (line) => lines.push(line) } })
    await app.inject({
      url: `/api/v1/surveys/${version}?secret=answers`,
      headers: { 'user-agent': 'agent-of-somebody' },
    })
    await app.inject({ url: '/api/v1/nothing/of/that/name' })
    await app.inject({ method: 'POST', url: '/api/v1/push', payload: { answers: { name: 'Ann Other' } } })
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'warning', method: 'GET', route: '/api/v1/surveys/:version', status: 404 },
      { level: 'warning', method: 'GET', route: 'other', status: 404 },
      { level: 'warning', method: 'POST', route: '/api/v1/push', status: 400 },
    ])
    expect(lines.join('\n')).not.toMatch(/aaaa|secret|agent-of|Ann|127\.0\.0\.1/)
  })

  test('only trouble is written down where nothing else is asked for', async () => {
    const lines: string[] = []
    const { app } = await withApp({ log: { what: 'trouble', write: (line) => lines.push(line) } })
    await app.inject({ url: '/healthz' })
    await app.inject({ url: '/api/v1/nothing' })
    expect(lines).toEqual([])
  })

  test('is counted by route, method and status, with how long it took', async () => {
    const { app } = await withApp({})
    await app.inject({ url: '/healthz' })
    await app.inject({ url: '/healthz' })
    const { body, headers } = await app.inject({ url: '/metrics' })
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(body).toContain('proforma_requests_total{method="GET",route="/healthz",status="200"} 2\n')
    expect(body).toContain('proforma_request_seconds_bucket{method="GET",route="/healthz",le="+Inf"} 2\n')
    expect(body).toMatch(/^process_resident_memory_bytes \d+$/m)
  })

  test('the figures are shown to the same network alone', async () => {
    const { app } = await withApp({})
    const status = async (remoteAddress: string, headers = {}) =>
      (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
    expect(await status('10.1.2.3')).toBe(200)
    expect(await status('::ffff:172.20.0.2')).toBe(200)
    expect(await status('fd00::1')).toBe(200)
    expect(await status('172.32.0.2')).toBe(404)
    expect(await status('81.2.69.160')).toBe(404)
    expect(await status('2001:db8::1')).toBe(404)
    expect(await status('10.1.2.3', { 'x-forwarded-for': '81.2.69.160' })).toBe(404)
  })

  test('a bucket holds what took at most its bound', () => {
    const figures = makeFigures()
    for (const ms of [5, 6, 1000, 20_000]) figures.note({ method: 'GET', route: '/x', status: 500, ms })
    const counts = [...figures.text({}).matchAll(/bucket\{.*le="(.+)"\} (\d+)/g)].map(
      ([, le, count]) => `${le}:${count}`,
    )
    expect(counts).toEqual([
      '0.005:1',
      '0.01:2',
      '0.025:2',
      '0.05:2',
      '0.1:2',
      '0.25:2',
      '0.5:2',
      '1:3',
      '2.5:3',
      '5:3',
      '10:3',
      '+Inf:4',
    ])
    expect(figures.summary()).toEqual({ requests: 4, failed: 4, slow: 2 })
  })

  test('an error is written down by where it was, not by what it says', () => {
    const line = errorLine(new TypeError('Ann Other can’t be read'), new Date(0))
    expect(JSON.parse(line)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', level: 'error', error: 'TypeError' })
    expect(line).toContain('watch-requests.test.ts')
    expect(line).not.toContain('Ann')
  })
})
