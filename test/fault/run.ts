import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded } from '../../src/cli/build-if-needed.ts'

/*
 * `npm run fault`: the fault suite at length, where `npm test` has it in small. Each test prints its seed; PROFORMA_SEED
 * gives the same faults again, and the settings below can be given otherwise.
 */

const project = join(import.meta.dirname, '../..')

const atLength = { PROFORMA_RETURNS: '100000', PROFORMA_KILLS: '50', PROFORMA_CUTS: '20' }

const built = await buildIfNeeded(project, (line) => process.stdout.write(`${line}\n`))
if (built.ok) {
  const vitest = join(project, 'node_modules/.bin/vitest')
  const only = process.argv.length > 2 ? process.argv.slice(2) : ['test/fault']
  const { status } = spawnSync(vitest, ['run', ...only], {
    cwd: project,
    env: { ...atLength, ...process.env },
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} else {
  process.stderr.write(`${built.reason}\n`)
  process.exitCode = 1
}
