import type { Browser, Page } from 'playwright-core'
import { waitingOf } from '../../src/device/outbox.ts'
import { publish } from '../../src/survey/version.ts'
import { definition, exampleReturn } from '../server/example-return.ts'
import { openScreen } from '../support/visit-screens.ts'
import type { Measure } from './report.ts'

const waiting = 5000

/** Which device the tab is. */
const deviceOf = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('proforma')
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('meta').objectStore('meta').get('this')
          reading.addEventListener('success', () => {
            opening.result.close()
            resolve((reading.result as { readonly device: string }).device)
          })
        })
      }),
  )

/** Leaves so many returns waiting in the tab's database, as the app does, without it. */
const leaveWaiting = (page: Page, device: string): Promise<void> => {
  const made = Array.from({ length: waiting }, (_, index) =>
    exampleReturn(index + 1, {
      id: crypto.randomUUID(),
      response: crypto.randomUUID(),
      device,
    }),
  )
  return page.evaluate(
    (told) =>
      new Promise<void>((resolve) => {
        const rows = JSON.parse(told) as readonly { readonly revision: object; readonly out: object }[]
        const opening = indexedDB.open('proforma')
        opening.addEventListener('success', () => {
          const write = opening.result.transaction(['meta', 'returns', 'outbox'], 'readwrite')
          for (const { revision, out } of rows) {
            write.objectStore('returns').put({ revision, seq: null })
            write.objectStore('outbox').put(out)
          }
          const meta = write.objectStore('meta')
          const reading = meta.get('this')
          reading.addEventListener('success', () => meta.put({ ...(reading.result as object), sequence: rows.length }))
          write.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    JSON.stringify(made.map((revision) => ({ revision, out: waitingOf(revision) }))),
  )
}

/** Milliseconds from the network's return until nothing waits, and until the whole exchange has ended. */
const timeSync = (page: Page): Promise<{ readonly sent: number; readonly whole: number }> =>
  page.evaluate(
    () =>
      new Promise<{ readonly sent: number; readonly whole: number }>((resolve) => {
        const opening = indexedDB.open('proforma')
        opening.addEventListener('success', () => {
          const begun = performance.now()
          const started = new Date().toISOString()
          let sent = 0
          const look = (): void => {
            const reading = opening.result.transaction(['meta', 'outbox'])
            const left = reading.objectStore('outbox').count()
            const device = reading.objectStore('meta').get('this')
            reading.addEventListener('complete', () => {
              if (left.result === 0 && sent === 0) sent = performance.now() - begun
              const { exchange } = device.result as { readonly exchange: { readonly lastSuccess: string | null } }
              if (sent > 0 && (exchange.lastSuccess ?? '') > started)
                resolve({ sent, whole: performance.now() - begun })
              else setTimeout(look, 50)
            })
          }
          look()
          window.dispatchEvent(new Event('online'))
        })
      }),
  )

/** How quickly a tablet that was away for long sends what it has, by the app's own loop in a page of its own. */
export const measureWaitingTablet = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const version = publish(definition, null, new Date(0))
  await fetch(`${address}/api/v1/surveys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: 1, device: crypto.randomUUID(), versions: [version], standings: [] }),
  })
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    await openScreen(page, address)
    await page.getByText('All sent').waitFor()
    await leaveWaiting(page, await deviceOf(page))
    const { sent, whole } = await timeSync(page)
    return [
      // At least 500 a second.
      { name: `A tablet’s ${waiting} waiting returns are sent`, value: sent / 1000, unit: 's', bar: waiting / 500 },
      { name: '  and fetched back, to the end of the exchange', value: whole / 1000, unit: 's', bar: null },
      { name: '  sent', value: waiting / (sent / 1000), unit: '/s', bar: null },
    ]
  } finally {
    await profile.close()
  }
}
