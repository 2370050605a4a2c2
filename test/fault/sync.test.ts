import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { publish } from '../../src/survey/version.ts'
import type * as tabletModule from '../device/in-browser/fault-tablet.ts'
import { definition } from '../server/example-return.ts'
import { callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { seeded } from '../support/seeded.ts'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'

/** `npm run fault` makes 100,000; `PROFORMA_SEED` repeats a run. */
const total = Number(process.env['PROFORMA_RETURNS'] ?? '2000')
const seed = Number(process.env['PROFORMA_SEED'] ?? Date.now() % 1_000_000)
const poisonEvery = 50
const tablets = [0, 3, -7, 40].map((yearsAhead, number) => ({ name: `tablet-${number}`, number, yearsAhead }))
const perWave = Math.min(500, total / 16)
const waves = Math.ceil(total / tablets.length / perWave)

const tablet = callIn<typeof tabletModule>('/test/device/in-browser/fault-tablet.ts')

/** A server that is ended now and then, by the plan of the seed, and comes back over the same data. */
const mortalServer = async (data: string, next: () => number) => {
  let server: RunningServer = await startServer({ data })
  let reviving: Promise<void> | null = null
  const ends = { killed: 0, stopped: 0 }
  let nextEnd = Math.floor(5 + next() * 5)
  const end = async (): Promise<void> => {
    // In turn, so that a short run has both.
    if (ends.killed <= ends.stopped) {
      // Wherever it is in what it does for the push that was just handed on.
      await new Promise((resolve) => setTimeout(resolve, next() * 20))
      server.kill()
      ends.killed += 1
    } else {
      await server.stop()
      ends.stopped += 1
    }
    server = await startServer({ data })
  }
  return {
    ends,
    address: () => server.address,
    onPush: (push: number): void => {
      if (push < nextEnd || reviving !== null) return
      nextEnd = push + Math.floor(15 + next() * (10 + total / 1000))
      reviving = end().finally(() => {
        reviving = null
      })
    },
    stop: async () => {
      await reviving
      await server.stop()
    },
  }
}

/** The answers of one tablet, wave after wave; now and then its tab is closed in the middle and opened anew. */
const collect = async (
  own: tabletModule.Tablet,
  { newTab, proxy, next }: { newTab: () => Promise<Page>; proxy: FaultyProxy; next: () => number },
) => {
  const made: tabletModule.Made[] = []
  let tab = await newTab()
  for (let wave = 0; wave < waves; wave += 1) {
    made.push(...(await tablet(tab, 'makeReturns', own, perWave, poisonEvery)))
    if (next() < 0.3) {
      const sending = tablet(tab, 'exchangeUntilSent', own, false).catch(() => null)
      await Promise.race([sending, proxy.after(own.number, 1 + Math.floor(next() * 6))])
      await tab.close()
      tab = await newTab()
    }
    await tablet(tab, 'exchangeUntilSent', own, false)
  }
  return { tab, made }
}

const storedIn = (data: string) => {
  const raw = new Database(join(data, 'proforma.sqlite'), { readonly: true })
  try {
    return {
      revisions: raw.prepare('select seq, id, sha256 from revision order by seq').all() as {
        seq: number
        id: string
        sha256: string
      }[],
      aside: raw.prepare('select reason, raw from quarantine').all() as { reason: string; raw: string }[],
    }
  } finally {
    raw.close()
  }
}

const byId = (all: readonly { readonly id: string; readonly sha256: string }[]) =>
  all.map(({ id, sha256 }) => `${id} ${sha256}`).toSorted()

describe.skipIf(withoutChromium)(`four tablets behind a line that does all that lines do, seed ${seed}`, () => {
  test(
    `of ${total} returns none is lost, none is there twice, and what can't be counted is kept aside`,
    { timeout: 120_000 + total * 30 },
    async () => {
      const data = await mkdtemp(join(tmpdir(), 'proforma-faults-'))
      const modules = await serveBrowserModules()
      const server = await mortalServer(data, seeded(seed))
      const proxy = await startFaultyProxy({
        seed,
        pages: modules.address,
        server: server.address,
        onPush: server.onPush,
      })
      onTestFinished(async () => {
        await modules.close()
        await proxy.close()
        await rm(data, { recursive: true, force: true })
      })
      const version = publish(definition, null, new Date(0))
      const published = await fetch(`${server.address()}/api/v1/surveys`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          protocol: 1,
          device: crypto.randomUUID(),
          versions: [version],
          standings: [],
        }),
      })
      expect(published.status).toBe(200)

      const collected = await Promise.all(
        tablets.map(async (own) => {
          const profile = await modules.newProfile()
          const newTab = async (): Promise<Page> => {
            const page = await profile.newPage()
            await page.goto(`${proxy.address}/blank`)
            return page
          }
          return collect(own, { newTab, proxy, next: seeded(seed + own.number + 1) })
        }),
      )
      await proxy.calmDown()
      for (const _ of ['all is sent', 'all is fetched'])
        await Promise.all(tablets.map((own, index) => tablet(tabOf(collected, index), 'exchangeUntilSent', own, true)))
      const inventories = await Promise.all(
        tablets.map((own, index) => tablet(tabOf(collected, index), 'inventory', own)),
      )
      await server.stop()

      const made = collected.flatMap((each) => each.made)
      const sound = made.filter((each) => each.sound)
      const { revisions, aside } = storedIn(data)
      expect(byId(revisions)).toEqual(byId(sound))
      expect(revisions.map(({ seq }) => seq)).toEqual(revisions.map((_, index) => index + 1))
      const poison = made.filter((each) => !each.sound).map(({ id }) => id)
      const asideIds = new Set(aside.map(({ raw }) => /"id":"([^"]+)"/.exec(raw)?.[1]))
      expect(poison.filter((id) => !asideIds.has(id))).toEqual([])
      expect(inventories.flatMap((each) => each.aside).toSorted()).toEqual(poison.toSorted())
      for (const own of inventories)
        expect(own).toMatchObject({ waiting: 0, lost: [], cursor: sound.length, numbered: sound.length })
      expect(made.length).toBeGreaterThanOrEqual(total)
      expect(Math.min(server.ends.killed, server.ends.stopped)).toBeGreaterThan(0)
      expect([...proxy.met.keys()].length, 'kinds of faults that were met').toBe(16)
    },
  )
})

const tabOf = (collected: readonly { readonly tab: Page }[], index: number): Page => {
  const tab = collected[index]?.tab
  if (tab === undefined) throw new Error('The tablet has no tab')
  return tab
}
