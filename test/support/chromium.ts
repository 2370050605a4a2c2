import { existsSync } from 'node:fs'
import { readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type BrowserContext } from 'playwright-core'

/** Where Debian, Ubuntu and Google put it. `PROFORMA_CHROMIUM` names another place. */
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] as const

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const

/** The path of a Chromium on this machine, or null: then tests that need one are skipped, and say so. */
export const chromiumPath = (): string | null => {
  const named = process.env['PROFORMA_CHROMIUM']
  return (named === undefined ? places : [named]).find((path) => existsSync(path)) ?? null
}

/** For `describe.skipIf`: why a test did not run, beside its name. */
export const withoutChromium = chromiumPath() === null

const options = () => {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error('There is no Chromium on this machine')
  return { executablePath, headless: true, chromiumSandbox: false, args: [...flags] }
}

/** A fresh browser, without a profile. */
export const launchChromium = (): Promise<Browser> => chromium.launch(options())

/** A browser whose profile lies in a folder, so that it can be killed and opened again. */
export const launchProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, options())

/** Kills the browser that has a profile open, as a flat battery would: by the number that its lock is named by. */
export const killProfile = async (folder: string): Promise<void> => {
  const lock = await readlink(join(folder, 'SingletonLock'))
  process.kill(Number(lock.slice(lock.lastIndexOf('-') + 1)), 'SIGKILL')
}
