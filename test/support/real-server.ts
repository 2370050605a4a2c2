import type { FastifyInstance } from 'fastify'
import type { BrowserContext } from 'playwright-core'

/**
 * What lies between a profile and the server. `lost`: the server does it, and its answer never arrives. `stopped`:
 * something on the way says 503.
 */
export type Line = 'open' | 'cut' | 'lost' | 'stopped'

/** Hands the requests of a profile's tabs to the real routes, without a port. */
export interface RealServer {
  app: FastifyInstance
  /** How a request fares, by its method and path. */
  line: (request: string) => Line
  /** Method and path of every request, in order. */
  readonly requests: string[]
}

export const realServer = async (profile: BrowserContext, app: FastifyInstance): Promise<RealServer> => {
  const server: RealServer = { app, line: () => 'open', requests: [] }
  await profile.route('**/api/v1/**', async (route) => {
    const request = route.request()
    const url = new URL(request.url())
    const named = `${request.method()} ${url.pathname}`
    server.requests.push(named)
    const line = server.line(named)
    if (line === 'cut') return route.abort('connectionreset')
    if (line === 'stopped') return route.fulfill({ status: 503, body: 'Overloaded' })
    const { statusCode, headers, body } = await server.app.inject({
      method: request.method() as 'GET' | 'POST',
      url: `${url.pathname}${url.search}`,
      headers: { 'content-type': 'application/json' },
      ...(request.method() === 'POST' ? { payload: request.postData() ?? '' } : {}),
    })
    if (line === 'lost') return route.abort('connectionreset')
    const told = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
    return route.fulfill({ status: statusCode, headers: Object.fromEntries(told), body })
  })
  return server
}
