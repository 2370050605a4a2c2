import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from '../src/cli/build-if-needed.ts'
import { installChromium } from './support/install-chromium.ts'
import { installPostgres } from './support/install-postgres.ts'

/*
 * `npm test` and `npm run check`: each tool in turn, whatever the one before it found, and at the end one line that
 * counts the tools and the tests together.
 */

const project = join(import.meta.dirname, '..')
const quick = process.argv[2] === 'quick'

interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const run = (tool: string, ...args: readonly string[]): boolean => {
  const started = performance.now()
  const { status } = spawnSync(join(project, 'node_modules/.bin', tool), args, { cwd: project, stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${tool} ${args.join(' ')}  ${seconds} s\n`)
  return status === 0
}

const tools = (): Tally => {
  const ran = [run('oxfmt', '--check'), run('tsc', '-b'), run('oxlint'), run('knip')]
  return { passed: ran.filter(Boolean).length, failed: ran.filter((ok) => !ok).length, skipped: 0 }
}

/** A run that ended without its report counts as one failure, however it ended. */
const tests = (...args: readonly string[]): Tally => {
  const folder = mkdtempSync(join(tmpdir(), 'proforma-tests-'))
  const report = join(folder, 'report.json')
  const ok = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args)
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'))
    if (numTotalTests === 0) return { passed: 0, failed: 1, skipped: 0 }
    // A file that could not be loaded fails no test of its own.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, ok ? 0 : 1), skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const slow = ['test/journey/**', 'test/fault/**', 'test/service-worker/**', 'test/device/**', 'test/cli/**']

const all = async (): Promise<readonly Tally[]> => {
  if (quick) return [tools(), tests(...slow.flatMap((pattern) => ['--exclude', pattern]))]
  const checked = tools()
  const built = await buildIfNeeded(project, (line) => console.log(line))
  if (!built.ok) console.log(built.reason)
  for (const line of [...installChromium(), ...installPostgres()]) console.log(line)
  return [checked, { passed: built.ok ? 1 : 0, failed: built.ok ? 0 : 1, skipped: 0 }, tests()]
}

const tallies = await all()
const sum = (of: keyof Tally): number => tallies.reduce((total, tally) => total + tally[of], 0)
const skipped = sum('skipped')
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
process.exitCode = sum('failed') === 0 ? 0 : 1
