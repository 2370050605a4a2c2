import * as crypto from 'node:crypto'
import { promisify } from 'node:util'
import { commonPasswords } from './common-passwords.ts'

/** 19 MiB, two passes: OWASP's first choice for argon2id. */
const argon = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

/** Node before 24.7 has no argon2: scrypt with 64 MiB, marked as such, and exchanged for argon2id at the next sign-in. */
const scryptCost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const

const hasArgon = typeof crypto.argon2 === 'function'

const scryptOf = promisify<string, Buffer, number, crypto.ScryptOptions, Buffer>(crypto.scrypt)

const argonOf = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    crypto.argon2('argon2id', { message: password, nonce: salt, ...argon }, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    )
  })

/** One spelling of a password, whatever the keyboard made of its accents. */
const spelled = (password: string): string => password.normalize('NFKC')

/** What is kept of a password: the way, a salt of its own, and the hash. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = crypto.randomBytes(16)
  const [way, hash] = hasArgon
    ? (['argon2id', await argonOf(spelled(password), salt)] as const)
    : (['scrypt', await scryptOf(spelled(password), salt, 32, scryptCost)] as const)
  return `${way}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/** Whether it is the password. Against nothing (`null`) it takes as long, and is not. */
export const isPassword = async (password: string, kept: string | null): Promise<boolean> => {
  const [way, salt, hash] = (kept ?? nobodys).split('$')
  if (salt === undefined || hash === undefined) return false
  const salted = Buffer.from(salt, 'base64url')
  if (way === 'argon2id' && !hasArgon) return false
  const made =
    way === 'argon2id'
      ? await argonOf(spelled(password), salted)
      : await scryptOf(spelled(password), salted, 32, scryptCost)
  const expected = Buffer.from(hash, 'base64url')
  return kept !== null && expected.length === made.length && crypto.timingSafeEqual(expected, made)
}

/** Whether a hash was made in a way that this Node can better. */
export const isOldHash = (kept: string): boolean => hasArgon && !kept.startsWith('argon2id$')

const nobodys = `${hasArgon ? 'argon2id' : 'scrypt'}$${'A'.repeat(22)}$${'A'.repeat(43)}`

const passwordLengths = { least: 12, most: 256 } as const

/** Why a password is not taken, in words; null where it is. Length and a list of common ones, as the NCSC advises. */
export const whyNotPassword = (password: string, about: readonly string[]): string | null => {
  const length = Array.from(password).length
  if (length < passwordLengths.least)
    return `The password must have ${passwordLengths.least} characters or more. Three random words are good.`
  if (length > passwordLengths.most) return `The password must have ${passwordLengths.most} characters or fewer.`
  const plain = spelled(password).toLowerCase().replaceAll(/\s/g, '')
  if (new Set(plain).size < 5) return 'The password is too easy to guess: it repeats a few characters.'
  if (commonPasswords.some((common) => plain === common || plain === common + common))
    return 'The password is one of the most common ones. Three random words are good.'
  const named = about.map((each) => each.toLowerCase()).filter((each) => each.length > 3)
  if (named.some((each) => plain === each || plain.replaceAll(/[\d!.?]+$/g, '') === each))
    return 'The password is your own name or address. Choose three random words.'
  return null
}
