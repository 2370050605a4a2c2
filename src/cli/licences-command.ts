import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { licenceFits } from './dependencies/licence-fits.ts'
import { type LockedPackage, lockedPackages } from './dependencies/locked-packages.ts'
import { packageFolder } from './package-folder.ts'
import { misused, type Told } from './told.ts'

/** `proforma licences`: each package that is used, its licence, and whether it may be where it is. */
export const licencesCommand = async (args: readonly string[], from = packageFolder): Promise<Told> => {
  if (args.length > 0) return misused('proforma licences takes nothing else.')
  const lock = await readFile(join(from, 'package-lock.json'), 'utf8').catch(() => null)
  if (lock === null) return { ok: false, status: 1, reason: 'There is no package-lock.json to read.' }
  const packages = lockedPackages(lock)
  const refused = packages.filter((one) => !licenceFits(one))
  if (refused.length > 0)
    return { ok: false, status: 1, reason: `An MIT product can't carry:\n${refused.map(line).join('\n')}` }
  const shipped = packages.filter(({ dev }) => !dev)
  const tools = packages.length - shipped.length
  return {
    ok: true,
    text: `${shipped.map(line).join('\n')}\n\n${shipped.length} packages are shipped, ${tools} more build and test. All fit.\n`,
  }
}

const line = ({ name, version, licence, dev }: LockedPackage): string =>
  `${name} ${version}  ${licence ?? 'says no licence'}${dev ? '  (builds and tests)' : ''}`
