import type { FastifyRequest } from 'fastify'
import type { Store } from '../store.ts'
import { whoseDevice } from './device-token.ts'
import { sessionOf } from './session-cookie.ts'
import type { Who } from './who.ts'

/** Where the server stands, for the guard. */
export interface Ground {
  /** `https://surveys.council.example`, where people reach it; null on this machine alone. */
  readonly origin: string | null
  /** It listens on this machine only: until there is an owner, who reaches it may all. */
  readonly loopback: boolean
}

/** Finds out who asks, from what the request brings. A credential that does not hold is none. */
export const whoAsks = async (
  { access, identity }: Pick<Store, 'access' | 'identity'>,
  ground: Ground,
  request: FastifyRequest,
): Promise<Who> => {
  const [scheme, credential] = (request.headers.authorization ?? '').split(' ')
  if (scheme === 'Link' && credential !== undefined) return { kind: 'recipient', token: credential }
  if (scheme === 'Device' && credential !== undefined)
    return (await whoseDevice(access, identity.server, credential)) ?? { kind: 'nobody' }
  const token = sessionOf(request, ground)
  const account = token === null ? null : await access.whoseSession(token)
  if (account !== null) return account
  if (ground.loopback && isOwnMachine(request) && !(await access.hasOwner())) return { kind: 'open' }
  return { kind: 'nobody' }
}

const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/

/**
 * Whether a request was made on this machine, as far as it says: a page elsewhere whose name was turned to 127.0.0.1
 * brings its own name, and a proxy that opens the server to a network says for whom it asks.
 */
const isOwnMachine = ({ headers }: FastifyRequest): boolean =>
  loopbackHost.test(headers.host ?? 'localhost') &&
  headers['x-forwarded-for'] === undefined &&
  headers['forwarded'] === undefined
