import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionLimits } from './keep-sessions.ts'
import type { Ground } from './who-asks.ts'

const isSecure = ({ origin }: Ground): boolean => origin?.startsWith('https://') === true

/** `__Host-` binds a cookie to this very host over TLS. On this machine, without TLS, a browser would not take that name. */
const cookieName = (ground: Ground): string => (isSecure(ground) ? '__Host-proforma' : 'proforma')

/** The session's token as the browser brought it. Of two of that name none is believed. */
export const sessionOf = ({ headers }: FastifyRequest, ground: Ground): string | null => {
  const name = `${cookieName(ground)}=`
  const own = (headers.cookie ?? '').split(/; */).filter((cookie) => cookie.startsWith(name))
  const [token] = own.map((cookie) => cookie.slice(name.length))
  return own.length === 1 && token !== undefined && /^[\w-]{43}$/.test(token) ? token : null
}

const cookie = (ground: Ground, token: string, seconds: number): string =>
  [
    `${cookieName(ground)}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${seconds}`,
    ...(isSecure(ground) ? ['Secure'] : []),
  ].join('; ')

export const giveSession = (reply: FastifyReply, ground: Ground, token: string): FastifyReply =>
  reply.header('set-cookie', cookie(ground, token, sessionLimits.absolute / 1000))

export const takeSession = (reply: FastifyReply, ground: Ground): FastifyReply =>
  reply.header('set-cookie', cookie(ground, '', 0))
