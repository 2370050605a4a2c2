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
  /** Tokens of links, and codes of tablets, by address. */
  readonly link: (request: FastifyRequest) => boolean
}

const quarter = 15 * 60_000

const pairOf = ({ ip }: FastifyRequest, email: string): string => `${hashOf(spelledEmail(email))} ${ip}`

export const makeLimits = (now: () => number): Limits => {
  const pair = makeLimiter(10, quarter, now)
  const account = makeLimiter(100, quarter, now)
  const address = makeLimiter(100, quarter, now)
  const link = makeLimiter(60, quarter, now)
  return {
    signIn: (request, email) =>
      // All are counted, whichever is full.
      [pair.take(pairOf(request, email)), account.take(hashOf(spelledEmail(email))), address.take(request.ip)].every(
        Boolean,
      ),
    signedIn: (request, email) => pair.forget(pairOf(request, email)),
    link: ({ ip }) => link.take(ip),
  }
}
