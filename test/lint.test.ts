import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const project = join(import.meta.dirname, '..')
const planted: string[] = []

afterEach(() => {
  for (const file of planted.splice(0)) rmSync(file)
})

/** Plants files in the house, and says what the lint finds in them. */
const lintOf = (files: { readonly [path: string]: string }): string => {
  for (const [path, text] of Object.entries(files)) {
    const file = join(project, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text, { flag: 'wx' })
    planted.push(file)
  }
  const { stdout } = spawnSync(join(project, 'node_modules/.bin/oxlint'), Object.keys(files), {
    cwd: project,
    encoding: 'utf8',
  })
  return stdout
}

test('a sound file passes', () => {
  const file = "import { itemId } from '../survey/ids.ts'\n\nexport const planted = itemId('a')\n"
  expect(lintOf({ 'src/response/planted.ts': file })).toContain('Found 0 warnings and 0 errors')
})

const forbidden: readonly (readonly [string, string, string])[] = [
  ['a pure room reaching up', 'src/survey/planted.ts', '../pages/frame/dates.ts'],
  ['tabulation asking the engine', 'src/tabulation/planted.ts', '../engine/statuses.ts'],
  ['pages reaching the server', 'src/pages/home/planted.ts', '../../server/store.ts'],
  ['a screen loading the engine at once', 'src/pages/home/planted.ts', '../../engine/statuses.ts'],
  ['a service worker that knows surveys', 'src/service-worker/planted.ts', '../survey/ids.ts'],
  ['Node in a pure room', 'src/export/planted.ts', 'node:fs'],
  ['survey-core outside the engine', 'src/tabulation/planted.ts', 'survey-core'],
  ['survey-core in a page', 'src/pages/collect/planted.ts', 'survey-core'],
  ['React in the device', 'src/device/planted.ts', 'react'],
  ['Dexie in a page', 'src/pages/home/planted.ts', 'dexie'],
]

test.each(forbidden)('%s is refused', (_, file, specifier) => {
  const text = `import * as all from '${specifier}'\n\nexport const planted = all\n`
  expect(lintOf({ [file]: text })).toContain('no-restricted-imports')
})

test('a circle is refused', () => {
  const found = lintOf({
    'src/survey/planted-a.ts': "import { b } from './planted-b.ts'\n\nexport const a = (): unknown => b\n",
    'src/survey/planted-b.ts': "import { a } from './planted-a.ts'\n\nexport const b = (): unknown => a\n",
  })
  expect(found).toContain('no-cycle')
})

test('a floating promise is refused', () => {
  const text = 'const later = async (): Promise<number> => 1\n\nexport const planted = (): void => {\n  later()\n}\n'
  expect(lintOf({ 'src/survey/planted.ts': text })).toContain('no-floating-promises')
})

test('a switch that misses a case is refused', () => {
  const text =
    "export const planted = (of: 'a' | 'b'): number => {\n  switch (of) {\n    case 'a':\n      return 1\n  }\n  return 2\n}\n"
  expect(lintOf({ 'src/survey/planted.ts': text })).toContain('switch-exhaustiveness-check')
})
