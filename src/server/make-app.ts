import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { pushLimits } from '../protocol/push-limits.ts'
import { guard, refuseUnguarded } from './access/guard.ts'
import type { Provider } from './access/provider.ts'
import type { Ground } from './access/who-asks.ts'
import { answerElse, serveAppFiles } from './app-files.ts'
import { everyAnswer, keep, strictTransport } from './headers.ts'
import { refuse, refuseError, refuseSocket } from './refuse.ts'
import { everyRoute } from './every-route.ts'
import type { Mailer } from './population/mailer.ts'
import { withOpenApi } from './openapi-route.ts'
import type { Store } from './store.ts'
import { type Figures, makeFigures } from './watch/figures.ts'
import { type AskAbout, statusRoute } from './watch/status-route.ts'
import { metricsRoute } from './watch/metrics-route.ts'
import { type LogWhat, watchRequests, type WriteLine } from './watch/watch-requests.ts'

export interface AppParts {
  readonly store: Store
  /** The folder of the built app; null serves the wire alone. */
  readonly appFolder: string | null
  /** Told what went wrong inside and was answered with `broken`. */
  readonly report: (error: unknown) => void
  /** How long a whole request may take to arrive, in milliseconds. */
  readonly patience?: number
  /** Where people reach the server: left out, on this machine alone. */
  readonly ground?: Ground
  /** Sends letters; null, and left out, where no mail server was named. */
  readonly mailer?: Mailer | null
  /** The organisation's own sign-in; null, and left out, where none was named. */
  readonly provider?: Provider | null
  /** Counts what is answered, and where it is written down: left out, nowhere. */
  readonly figures?: Figures
  /** What the owner is told of the machine: left out, nothing. */
  readonly askAbout?: AskAbout
  readonly log?: { readonly what: LogWhat; readonly write: WriteLine }
}

const methods = ['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT'] as const

/** The server, ready to listen or to be handed a request. The store stays the caller's to close. */
export const makeApp = async ({
  store,
  appFolder,
  report,
  patience = 30_000,
  ground = { origin: null, loopback: true },
  mailer = null,
  provider = null,
  figures = makeFigures(),
  askAbout,
  log = { what: 'trouble', write: () => undefined },
}: AppParts): Promise<FastifyInstance> => {
  const answerError = refuseError(report)
  const app = fastify({
    bodyLimit: pushLimits.bytes,
    requestTimeout: patience,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: patience, connectionsCheckingInterval: Math.min(patience, 5000) },
    forceCloseConnections: 'idle',
    // Behind a proxy of our own network, limits are by the address that it was asked from.
    trustProxy: ground.origin === null ? false : 'loopback,uniquelocal',
    clientErrorHandler: refuseSocket,
    frameworkErrors: (error, request, reply) => {
      answerError(error, request, reply)
    },
  })
  let isOfFiles = false
  app.addHook('onRoute', (route) => {
    if (isOfFiles) route.config = { ...route.config, may: ['anyone'] }
    refuseUnguarded(route)
  })
  app.decorateRequest('who')
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  // With a callback: to await a reply is to wait until it is sent.
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(everyAnswer)
    if (ground.origin?.startsWith('https://')) reply.header(...strictTransport)
    done()
  })
  app.addHook('onRequest', guard(store, ground))
  watchRequests(app, figures, log)
  hangUpWhenClosing(app)
  app.setErrorHandler(answerError)
  const all = withOpenApi([
    ...everyRoute(store, ground, mailer, provider),
    metricsRoute(figures),
    statusRoute(store, figures, askAbout ?? null),
  ])
  for (const [url, own] of Map.groupBy(all, (route) => route.url)) {
    for (const { method, answer, may } of own)
      app.route({
        method,
        url,
        config: { may },
        handler: (request, reply) =>
          isTyped(request) ? refuse(reply, 'not-a-page') : answer(request, reply.header('cache-control', keep.never)),
      })
    const taken: readonly string[] = own.map(({ method }) => method)
    const others = methods.filter((other) => !taken.includes(other === 'HEAD' ? 'GET' : other))
    app.route({
      method: others,
      url,
      config: { may: ['anyone'] },
      // Before the body is read: a wrong method is the first thing wrong.
      onRequest: async (_request, reply) => refuse(reply.header('allow', taken.join(', ')), 'not-allowed'),
      handler: async (_request, reply) => refuse(reply, 'not-allowed'),
    })
  }
  isOfFiles = true
  if (appFolder !== null) await serveAppFiles(app, appFolder)
  isOfFiles = false
  app.setNotFoundHandler((request, reply) => {
    const [path = '/'] = request.url.split('?')
    return answerElse({ method: request.method, path, hasApp: appFolder !== null }, reply)
  })
  return app
}

/**
 * Whether somebody typed the address of the wire into a browser, or followed a link to it: a family that has the tablet
 * would read there what others answered. The app itself asks by fetch.
 */
const isTyped = ({ url, headers }: FastifyRequest): boolean =>
  url.startsWith('/api/') && headers['sec-fetch-mode'] === 'navigate'

/** A connection that is answered while the server closes is closed too, or the close would wait for it to fall idle. */
const hangUpWhenClosing = (app: FastifyInstance): void => {
  let isClosing = false
  app.addHook('preClose', (done) => {
    isClosing = true
    done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done(null, payload)
  })
}
