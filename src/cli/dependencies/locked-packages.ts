/** One package that the lockfile names. */
export interface LockedPackage {
  readonly name: string
  readonly version: string
  /** As the package says it, an SPDX expression; null where the lockfile does not say. */
  readonly licence: string | null
  /** Whether it is only for building and testing, so that nobody is given it with the product. */
  readonly dev: boolean
  /** Subresource integrity, such as `sha512-…`; null where the lockfile has none. */
  readonly integrity: string | null
}

interface LockEntry {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly integrity?: string
}

/**
 * Every package of a lockfile, each version once, in order of name.
 *
 * @param lock the text of package-lock.json, lockfileVersion 3
 * @throws SyntaxError where it is no JSON
 */
export const lockedPackages = (lock: string): readonly LockedPackage[] => {
  const { packages } = JSON.parse(lock) as { readonly packages: { readonly [path: string]: LockEntry } }
  const byId = new Map<string, LockedPackage>()
  for (const [path, entry] of Object.entries(packages)) {
    const [, name] = /.*node_modules\/(.+)$/.exec(path) ?? []
    if (name === undefined || entry.version === undefined) continue
    const id = `${name}@${entry.version}`
    const known = byId.get(id)
    byId.set(id, {
      name,
      version: entry.version,
      licence: entry.license ?? known?.licence ?? null,
      // Shipped from one place is shipped.
      dev: (entry.dev ?? entry.devOptional ?? false) && (known?.dev ?? true),
      integrity: entry.integrity ?? known?.integrity ?? null,
    })
  }
  return [...byId.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}
