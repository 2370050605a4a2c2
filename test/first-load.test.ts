import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../src/cli/build-if-needed.ts'
import { type BuiltScript, builtScripts, gzipSize, marks, namedBy, withImports } from './support/built-scripts.ts'

const project = join(import.meta.dirname, '..')
const dist = join(project, 'dist')

/** What the first load may bring: 110 kB. */
const mostBytes = 110_000

const having = (among: readonly BuiltScript[], mark: string): readonly string[] =>
  among.filter(({ text }) => text.includes(mark)).map(({ file }) => file)

describe('what the first load of Home brings', () => {
  let scripts: readonly BuiltScript[]
  let first: readonly BuiltScript[]

  beforeAll(async () => {
    const built = await buildIfNeeded(project, () => undefined)
    if (!built.ok) throw new Error(built.reason)
    scripts = await builtScripts(dist)
    first = withImports(scripts, await namedBy(dist, 'index.html'))
  })

  test('is at most 110 kB of script, gzipped, and index.html names all of it', async () => {
    expect(first.map(({ file }) => file).sort()).toEqual([...(await namedBy(dist, 'index.html'))].sort())
    expect(first.reduce((sum, { text }) => sum + gzipSize(text), 0)).toBeLessThanOrEqual(mostBytes)
  })

  test('is without survey-core, which stands in one script that only filling in brings', () => {
    const [core, ...more] = having(scripts, marks['survey-core'])
    expect(more).toEqual([])
    const others = scripts.filter(({ file }) =>
      /^(?:index|outbox-page|receipt-page|results-screens|background)-/.test(file),
    )
    expect(others).toHaveLength(5)
    const brought = withImports(
      scripts,
      others.map(({ file }) => file),
    ).map(({ file }) => file)
    expect(brought).not.toContain(core)
  })

  test("and a form's address brings the form's own script beside it, without survey-core", async () => {
    const named = await namedBy(dist, 'form.html')
    expect(named).toEqual(expect.arrayContaining([...(await namedBy(dist, 'index.html'))]))
    expect(named.filter((file) => file.startsWith('form-'))).toHaveLength(1)
    const brought = withImports(scripts, named)
    expect(brought.map(({ file }) => file).sort()).toEqual([...named].sort())
    expect(having(brought, marks['survey-core'])).toEqual([])
  })

  test('has Dexie once, and the worker that counts has its own: a worker shares no script with its page', () => {
    expect(having(first, marks.dexie)).toHaveLength(1)
    const ofPages = scripts.filter(({ file }) => !file.startsWith('results-worker-'))
    expect(having(ofPages, marks.dexie)).toHaveLength(1)
  })
})
