import { createHash, randomBytes } from 'node:crypto'

/** A token that nobody guesses: 256 bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: it opens nothing by itself. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
