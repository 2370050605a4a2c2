import type { FastifyInstance } from 'fastify'
import { type Figures, slowFrom } from './figures.ts'

/** What is written down of requests: each one, or those that failed or were slow. */
export type LogWhat = 'all' | 'trouble'

/** Takes one line of the log, a JSON object without a line break. */
export type WriteLine = (line: string) => void

const methods: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

/**
 * Counts each answer, and writes it down as a line of JSON. A line has the route's pattern and never the address, for an
 * address may name a person's response; nor who asked, nor from where.
 */
export const watchRequests = (
  app: FastifyInstance,
  figures: Figures,
  log: { readonly what: LogWhat; readonly write: WriteLine },
): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const answered = {
      method: methods.has(request.method) ? request.method : 'other',
      route: request.is404 ? 'other' : (request.routeOptions.url ?? 'other'),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    figures.note(answered)
    if (log.what === 'all' || answered.status >= 500 || answered.ms >= slowFrom)
      log.write(JSON.stringify({ at: new Date().toISOString(), level: level(answered.status), ...answered }))
    done()
  })
}

const level = (status: number): 'error' | 'warning' | 'info' =>
  status >= 500 ? 'error' : status >= 400 ? 'warning' : 'info'

/** What went wrong inside, as a line of the same log: where, and never with what. */
export const errorLine = (error: unknown, at: Date): string => {
  const { name, stack = '' } = error instanceof Error ? error : new Error('Something was thrown that is no error')
  // The message may quote what was sent; the places in the code can't.
  const places = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return JSON.stringify({ at: at.toISOString(), level: 'error', error: name, code, places: places.slice(0, 12) })
}
