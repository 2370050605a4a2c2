import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildIfNeeded } from '../../src/cli/build-if-needed.ts'
import { temporaryFolder } from '../server/temporary-folder.ts'

/** A package with a page of one line and the real Vite. */
const packageOfOnePage = async (): Promise<string> => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'src'))
  await symlink(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  await writeFile(
    join(folder, 'vite.config.ts'),
    `export default { root: 'src', cacheDir: '../cache', build: { outDir: '../dist', emptyOutDir: true } }`,
  )
  await writeFile(join(folder, 'src', 'index.html'), '<!doctype html><html><head></head><body>One</body></html>')
  return folder
}

test('builds what is missing, leaves what is current, builds again after an edit or half a build', async () => {
  const folder = await packageOfOnePage()
  const said: string[] = []
  const build = () => buildIfNeeded(folder, (line) => said.push(line))
  expect(await build()).toEqual({ ok: true, didBuild: true })
  expect(await build()).toEqual({ ok: true, didBuild: false })
  await writeFile(join(folder, 'src', 'index.html'), '<!doctype html><html><head></head><body>Two</body></html>')
  expect(await build()).toEqual({ ok: true, didBuild: true })
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toContain('Two')
  await rm(join(folder, 'dist', 'index.html'))
  expect(await build()).toEqual({ ok: true, didBuild: true })
  expect(said).toHaveLength(3)
})

test('a build that fails says what Vite said, and is tried again', async () => {
  const folder = await packageOfOnePage()
  await writeFile(join(folder, 'src', 'index.html'), '<script type="module" src="./gone.ts"></script>')
  const first = await buildIfNeeded(folder, () => {})
  expect(first).toMatchObject({ ok: false, reason: expect.stringContaining('gone.ts') })
  expect(await buildIfNeeded(folder, () => {})).toMatchObject({ ok: false })
})

test('a package without Vite says so', async () => {
  const folder = await packageOfOnePage()
  await rm(join(folder, 'node_modules'))
  expect(await buildIfNeeded(folder, () => {})).toMatchObject({ ok: false, reason: expect.stringContaining('vite') })
})
