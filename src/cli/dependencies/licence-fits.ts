import type { LockedPackage } from './locked-packages.ts'

/** What may be given to others inside an MIT product, with no duty beyond keeping its notice. */
const carried: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib',
])

/** What may also be used to build and test: nothing of it is given to anybody. */
const usedHere: ReadonlySet<string> = new Set([...carried, 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0'])

/**
 * Whether a package's licence lets it stand where it stands. Of "A OR B" one is enough, of "A AND B" both are needed
 * (SPDX specification 2.3, annex D). A build tool's binary for another system, which the lockfile names without a
 * licence because it was never fetched here, is let through; what is shipped always has to say.
 */
export const licenceFits = ({ licence, dev }: Pick<LockedPackage, 'licence' | 'dev'>): boolean => {
  if (licence === null) return dev
  const allowed = dev ? usedHere : carried
  const plain = licence.replaceAll(/[()]/g, ' ')
  // AND binds closer than OR; mixed with brackets it could be read the wrong way, so it is refused.
  if (/[()]/.test(licence) && plain.includes(' AND ') && plain.includes(' OR ')) return false
  return plain.split(' OR ').some((any) => any.split(' AND ').every((one) => allowed.has(one.trim())))
}
