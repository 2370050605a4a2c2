import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../refuse.ts'
import type { Store } from '../store.ts'
import { isAmong, type May } from './may.ts'
import { type Ground, whoAsks } from './who-asks.ts'
import type { Who } from './who.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may ask this of the server. A route that does not say is not registered. */
    readonly may?: readonly May[]
  }
  interface FastifyRequest {
    /** Set by the guard, before the body is read. */
    who: Who
  }
}

const readOnly: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Lets a request through or refuses it, before its body is read. */
export const guard =
  (store: Pick<Store, 'access' | 'identity'>, ground: Ground) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (request.is404) return undefined
    const { may } = request.routeOptions.config
    if (may === undefined) throw new Error(`Nobody said who may ask for ${request.url}`)
    if (!readOnly.includes(request.method) && !isOfOurPages(request, ground)) return refuse(reply, 'wrong-origin')
    // Files of the app hold nothing of anybody: no need to look who asks.
    if (may.length === 1 && may[0] === 'anyone' && !request.url.startsWith('/api/')) return undefined
    request.who = await whoAsks(store, ground, request)
    if (isAmong(request.who, may)) return undefined
    if (request.who.kind === 'nobody')
      return refuse(reply, (await store.access.hasOwner()) ? 'sign-in-needed' : 'owner-needed')
    return refuse(reply, request.who.kind === 'device' && request.who.former ? 'device-ended' : 'not-yours')
  }

/**
 * Whether a change was asked for by our own pages. Browsers say where a request comes from, and a cookie goes with every
 * one of them; who brings no cookie and no origin is no browser.
 */
const isOfOurPages = ({ headers }: FastifyRequest, { origin: own }: Ground): boolean => {
  const { origin, host, cookie } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined) return cookie === undefined || site === 'same-origin'
  return own === null ? origin === `http://${host}` : origin === own
}

/** The guard of a route may be left out by nobody: to register one without `may` throws. */
export const refuseUnguarded = ({
  url,
  config,
}: {
  readonly url: string
  readonly config?: object | undefined
}): void => {
  const may = config !== undefined && 'may' in config ? config.may : undefined
  if (!Array.isArray(may) || may.length === 0) throw new Error(`The route ${url} does not say who may ask for it`)
}
