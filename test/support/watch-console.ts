import type { BrowserContext } from 'playwright-core'

/**
 * Collects what the pages of a profile complain of: errors and warnings on the console, and what was thrown. A request
 * that failed for want of a network is a line of the browser's own and is left out.
 */
export const watchConsole = (profile: BrowserContext): readonly string[] => {
  const said: string[] = []
  profile.on('console', (message) => {
    const complains = message.type() === 'error' || message.type() === 'warning'
    if (complains && !message.text().includes('net::ERR_')) said.push(`${message.type()}: ${message.text()}`)
  })
  profile.on('weberror', (error) => said.push(`thrown: ${error.error().message}`))
  return said
}
