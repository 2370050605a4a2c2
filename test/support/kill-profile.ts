import { readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'

/** Ends the browser of a profile at once, as a flat battery would. Chromium notes its process in the profile's own lock. */
export const killProfile = async (folder: string, browser: BrowserContext): Promise<void> => {
  const lock = await readlink(join(folder, 'SingletonLock'))
  process.kill(Number(lock.slice(lock.lastIndexOf('-') + 1)), 'SIGKILL')
  await browser.close().catch(() => undefined)
}
