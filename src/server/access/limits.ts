import type { FastifyRequest } from 'fastify'
import { spelledEmail } from './keep-accounts.ts'
import { makeLimiter } from './limiter.ts'
import { hashOf } from './tokens.ts'

/** How often somebody may try. Each says whether this try is let through, and counts it. */
export interface Limits {
  /** By account and by address: who guesses at one account from many places is stopped as well. */
  readonly signIn: (request: FastifyRequest, email: string) => boolean
  /** It was right: what was counted for that account from that address is forgotten. */
  readonly signedIn: (request: FastifyRequest, email: string) => void
  /** Codes of tablets, by address: five, and of all addresses together no more than nobody guesses. */
  readonly code: (request: FastifyRequest) => boolean
  /** It was right. */
  readonly coded: (request: FastifyRequest) => void
  /** Coming from the organisation's sign-in, by address: a whole council may have one. */
  readonly outside: (request: FastifyRequest) => boolean
  /** Tokens of links, by address. */
  readonly link: (request: FastifyRequest) => boolean
}

const quarter = 15 * 60_000

const pairOf = ({ ip }: FastifyRequest, email: string): string => `${hashOf(spelledEmail(email))} ${ip}`

export const makeLimits = (now: () => number): Limits => {
  const pair = makeLimiter(10, quarter, now)
  const account = makeLimiter(100, quarter, now)
  const address = makeLimiter(100, quarter, now)
  const code = makeLimiter(5, 10 * 60_000, now)
  const codes = makeLimiter(500, 10 * 60_000, now)
  const link = makeLimiter(60, quarter, now)
  const outside = makeLimiter(2000, quarter, now)
  return {
    signIn: (request, email) =>
      // All are counted, whichever is full.
      [pair.take(pairOf(request, email)), account.take(hashOf(spelledEmail(email))), address.take(request.ip)].every(
        Boolean,
      ),
    signedIn: (request, email) => pair.forget(pairOf(request, email)),
    code: ({ ip }) => [code.take(ip), codes.take('all')].every(Boolean),
    coded: ({ ip }) => code.forget(ip),
    outside: ({ ip }) => outside.take(ip),
    link: ({ ip }) => link.take(ip),
  }
}
