import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionLimits } from './keep-sessions.ts'
import type { Ground } from './who-asks.ts'

const isSecure = ({ origin }: Ground): boolean => origin?.startsWith('https://') === true

/** `__Host-` binds a cookie to this very host over TLS. On this machine, without TLS, a browser would not take that name. */
const cookieName = (ground: Ground): string => (isSecure(ground) ? '__Host-proforma' : 'proforma')

/** A token as the browser brought it. Of two of that name none is believed. */
const tokenOf = ({ headers }: FastifyRequest, cookie: string): string | null => {
  const name = `${cookie}=`
  const own = (headers.cookie ?? '').split(/; */).filter((cookie) => cookie.startsWith(name))
  const [token] = own.map((cookie) => cookie.slice(name.length))
  return own.length === 1 && token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
}

/** The session's. */
export const sessionOf = (request: FastifyRequest, ground: Ground): string | null =>
  tokenOf(request, cookieName(ground))

/** Of one who was sent to the organisation's sign-in. */
export const flowOf = (request: FastifyRequest, ground: Ground): string | null =>
  tokenOf(request, `${cookieName(ground)}-flow`)

const cookie = (ground: Ground, name: string, token: string, seconds: number): string =>
  [
    `${name}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${seconds}`,
    ...(isSecure(ground) ? ['Secure'] : []),
  ].join('; ')

export const giveSession = (reply: FastifyReply, ground: Ground, token: string): FastifyReply =>
  reply.header('set-cookie', cookie(ground, cookieName(ground), token, sessionLimits.absolute / 1000))

export const takeSession = (reply: FastifyReply, ground: Ground): FastifyReply =>
  reply.header('set-cookie', cookie(ground, cookieName(ground), '', 0))

/** For ten minutes, or with null away with it. Strict: it is our own page that brings it back. */
export const giveFlow = (reply: FastifyReply, ground: Ground, token: string | null): FastifyReply =>
  reply.header('set-cookie', cookie(ground, `${cookieName(ground)}-flow`, token ?? '', token === null ? 0 : 600))
