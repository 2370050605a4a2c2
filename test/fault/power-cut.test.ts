import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/server/open-sqlite.ts'
import { seeded } from '../support/seeded.ts'
import { makeLoopDisk, whyNoPowerCut } from './loop-disk.ts'

/** `npm run fault` cuts twenty times. */
const cuts = Number(process.env['PROFORMA_CUTS'] ?? '3')
const seed = Number(process.env['PROFORMA_SEED'] ?? Date.now() % 1_000_000)

const script = fileURLToPath(new URL('write-until-cut.ts', import.meta.url))

/**
 * Writes until the power goes; the number of the last return that was said to be stored, but for one. What was in flight
 * at the cut does not count: a machine without power says nothing, but here the process runs on for some milliseconds,
 * and an fsync that began before the cut may then find the journal's transaction gone, and take it for written.
 */
const writeUntilCut = (
  file: string,
  from: number,
  level: string,
  cutAfter: number,
  cut: () => void,
): Promise<number> => {
  const child = spawn(process.execPath, [script, file, String(from), level], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  let isCut = false
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    const stored = said.split('\n').length - 1
    if (isCut || stored < cutAfter) return
    isCut = true
    cut()
    child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.on('close', () => resolve(Number(said.split('\n').at(-3) ?? from - 1))))
}

const storedIn = async (file: string): Promise<number> => {
  const opened = await openSqlite(file, { now: () => new Date(0), newId: () => 'an-id' })
  if (!opened.ok) throw new Error(opened.reason)
  const { store } = opened
  try {
    let last = 0
    for (let more = true; more;) {
      const page = await store.revisionsAfter(last, 500)
      last = page.revisions.at(-1)?.seq ?? last
      more = page.more
    }
    return last
  } finally {
    await store.close()
  }
}

/** Cuts the power again and again; of all that was said to be stored, how many returns were gone afterwards. */
const lostOver = async (level: 'FULL' | 'NORMAL') => {
  const disk = makeLoopDisk()
  onTestFinished(disk.remove)
  const file = join(disk.folder, 'proforma.sqlite')
  const next = seeded(seed)
  let acknowledged = 0
  let lost = 0
  let from = 1
  for (let round = 1; round <= cuts; round += 1) {
    const cutAfter = Math.floor(20 + next() * 300)
    const last = await writeUntilCut(file, from, level, cutAfter, disk.cutPower)
    disk.startAgain()
    const stored = await storedIn(file)
    acknowledged += last - from + 1
    lost += Math.max(0, last - stored)
    from = stored + 1
  }
  return { acknowledged, lost }
}

const why = whyNoPowerCut()

describe.skipIf(why !== null)(
  `the power of the server is cut, seed ${seed}${why === null ? '' : ` (not here: ${why})`}`,
  () => {
    const patience = { timeout: 60_000 + cuts * 10_000 }

    test(`as it is set, no acknowledged return is lost (${cuts} cuts)`, patience, async () => {
      const { acknowledged, lost } = await lostOver('FULL')
      expect(acknowledged).toBeGreaterThanOrEqual(cuts * 20)
      expect(lost).toBe(0)
    })

    test(
      `with synchronous=NORMAL some are: what cuts the power is seen to cut it (${cuts} cuts)`,
      patience,
      async () => {
        expect((await lostOver('NORMAL')).lost).toBeGreaterThan(0)
      },
    )
  },
)
