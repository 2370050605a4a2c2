import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { billOfMaterials } from './dependencies/bill-of-materials.ts'
import { lockedPackages } from './dependencies/locked-packages.ts'
import { compressFiles } from './compress-files.ts'

/** What the built app depends on, of the package's folder. */
const inputs = ['src', 'public', 'surveys', 'package.json', 'package-lock.json', 'vite.config.ts']

/** Holds the digest of what the app was built from. Vite empties the folder first, so half a build has none. */
const stamp = '.built-from'

export type Built = { readonly ok: true; readonly didBuild: boolean } | { readonly ok: false; readonly reason: string }

/**
 * Builds the app in `folder` into `folder/dist` unless it stands there, built from the files that are there now.
 * `say` is told before a build, which takes a while.
 */
export const buildIfNeeded = async (folder: string, say: (line: string) => void): Promise<Built> => {
  const now = await digestOf(folder)
  const dist = join(folder, 'dist')
  if (now === (await readIfThere(join(dist, stamp))) && (await isBuilt(dist))) return { ok: true, didBuild: false }
  say('Building the app. This takes a minute at most.')
  const failure = await build(folder)
  if (failure !== null) return { ok: false, reason: `The app could not be built. ${failure}` }
  await writeBill(folder, dist)
  await compressFiles(dist)
  await writeFile(join(dist, stamp), now)
  return { ok: true, didBuild: true }
}

/** Beside the app: what it and its server are made of, for who has to know where a fault in a package is. */
const writeBill = async (folder: string, dist: string): Promise<void> => {
  const lock = await readIfThere(join(folder, 'package-lock.json'))
  const own = await readIfThere(join(folder, 'package.json'))
  if (lock === null || own === null) return
  const { version } = JSON.parse(own) as { readonly version: string }
  await writeFile(join(dist, 'sbom.cdx.json'), billOfMaterials(version, lockedPackages(lock)))
}

/** Whether there is an app to serve. */
export const isBuilt = async (dist: string): Promise<boolean> => (await readIfThere(join(dist, 'index.html'))) !== null

const digestOf = async (folder: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await filesUnder(join(folder, input))) {
      hash.update(`${file.slice(folder.length)}\n`)
      hash.update(
        createHash('sha256')
          .update(await readFile(file))
          .digest(),
      )
    }
  }
  return hash.digest('hex')
}

const filesUnder = async (path: string): Promise<readonly string[]> => {
  const found = await stat(path).catch(() => null)
  if (found === null) return []
  if (!found.isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const readIfThere = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)

/** Runs Vite; null when it has built, or else the end of what it said. */
const build = (folder: string): Promise<string | null> =>
  new Promise((resolve) => {
    const vite = spawn(process.execPath, [join(folder, 'node_modules/vite/bin/vite.js'), 'build'], {
      cwd: folder,
      // Whatever this process runs as: a test's NODE_ENV would bring React's development build, 60 kB more.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const listen = (chunk: Buffer): void => {
      said = `${said}${chunk.toString('utf8')}`.slice(-4000)
    }
    vite.stdout.on('data', listen)
    vite.stderr.on('data', listen)
    vite.on('error', (error) => resolve(error.message))
    vite.on('close', (code) => resolve(code === 0 ? null : `Vite said:\n${said}`))
  })
