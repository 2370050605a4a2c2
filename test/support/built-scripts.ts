import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A script of the built app, by its file name in dist/assets. */
export interface BuiltScript {
  readonly file: string
  readonly text: string
  /** Scripts that come with it: by `import`, not by `import()`. */
  readonly imports: readonly string[]
}

/** What tells a package's code by, wherever the build has put it: a name of its own that no minifier shortens. */
export const marks = { 'survey-core': 'matrixdropdowncolumn', dexie: 'DexieError' } as const

const staticImport = /(?:\bimport|\bfrom)\s*["']\.\/([^"']+\.js)["']/g

/** Every script of the app that stands built in `dist`. */
export const builtScripts = async (dist: string): Promise<readonly BuiltScript[]> => {
  const files = (await readdir(join(dist, 'assets'))).filter((file) => file.endsWith('.js'))
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(dist, 'assets', file), 'utf8')
      return { file, text, imports: [...text.matchAll(staticImport)].flatMap(([, name]) => name ?? []) }
    }),
  )
}

/** The scripts that a page of the build names, be it to run or to preload. */
export const namedBy = async (dist: string, page: 'index.html' | 'form.html'): Promise<readonly string[]> => {
  const html = await readFile(join(dist, page), 'utf8')
  return [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].flatMap(([, file]) => file ?? [])
}

/** These scripts and all that come with them, whether or not index.html preloads them. */
export const withImports = (scripts: readonly BuiltScript[], files: readonly string[]): readonly BuiltScript[] => {
  const found = new Set(files)
  // A set's loop also visits what is added on the way.
  for (const file of found) {
    for (const name of scripts.find((script) => script.file === file)?.imports ?? []) found.add(name)
  }
  return scripts.filter(({ file }) => found.has(file))
}

/** Bytes as they travel, compressed as far as gzip goes. */
export const gzipSize = (body: string | Uint8Array): number => gzipSync(body, { level: 9 }).length
