import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'

/** A Chromium over a profile folder that can be killed at once, with all its processes, as a flat battery would. */
export interface KillableChromium {
  readonly page: Page
  readonly kill: () => Promise<void>
}

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

export const startKillable = async (profile: string): Promise<KillableChromium> => {
  const path = chromiumPath()
  if (path === null) throw new Error('There is no Chromium on this machine')
  const named = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank']
  // A group of its own, so that all of it dies together.
  const child = spawn(path, [...flags, ...named], { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const end = (): void => killGroup(child)
  process.once('exit', end)
  const browser = await connect(child)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('The browser has no profile')
  return {
    page: await context.newPage(),
    kill: async () => {
      killGroup(child)
      await expect.poll(() => child.signalCode ?? child.exitCode).not.toBeNull()
      process.off('exit', end)
      await browser.close().catch(() => undefined)
      // The next one would ask the one before, by this link, to open a window.
      await expect.poll(() => readFile(join(profile, 'SingletonLock')).catch(() => null)).toBeNull()
    },
  }
}

const killGroup = (child: ChildProcess): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

const connect = (child: ChildProcess): Promise<Browser> => {
  let said = ''
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
    const address = /listening on (ws:\S+)/.exec(said)?.[1]
    if (address !== undefined) resolve(address)
  })
  child.on('exit', () => reject(new Error(`Chromium ended: ${said}`)))
  return promise.then((address) => chromium.connectOverCDP(address))
}
