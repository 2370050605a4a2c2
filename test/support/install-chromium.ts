import { spawnSync } from 'node:child_process'
import { chromiumPath } from './chromium.ts'

/** Sees to it that there is a Chromium, as root on Debian by installing its own. Says what it did, and what will be skipped. */
export const installChromium = (): readonly string[] => {
  if (chromiumPath() !== null) return []
  const isRoot = process.getuid?.() === 0
  if (!isRoot) return ['Skipped: what needs a browser. There is no Chromium, and only root can install one.']
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet)
  return chromiumPath() === null
    ? ['Skipped: what needs a browser. Chromium could not be installed with apt-get.']
    : ['Chromium was installed with apt-get.']
}
