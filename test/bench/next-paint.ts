import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** Milliseconds from each act of a person to the paint that followed, oldest first; emptied when they are taken. */
    paints: number[]
  }
}

/**
 * Notes in the page how long each act takes until the next paint: a letter, a click, a row moved by Alt and an arrow.
 * It counts from when the key or the button went down at the browser, so that waiting for a busy page counts too.
 */
const watchPaints = (): void => {
  // The frame of the preview has its own window, in which nobody acts.
  window.paints = []
  let pressed = 0
  const note = (): void => {
    const from = pressed
    requestAnimationFrame(() => {
      // What is posted in a frame is read after it was painted.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        window.paints.push(performance.now() - from)
        port1.close()
      })
      port1.start()
      port2.postMessage(null)
    })
  }
  const press = (event: Event): void => {
    pressed = event.timeStamp
    if (event.type === 'click' || (event instanceof KeyboardEvent && event.altKey && event.key !== 'Alt')) note()
  }
  addEventListener('keydown', press, true)
  addEventListener('click', press, true)
  // An input event is stamped when the page gets to it: the key before it counts.
  addEventListener('input', note, true)
}

/** To be called before the page is opened. */
export const watchNextPaints = (page: Page): Promise<unknown> => page.addInitScript(watchPaints)

/** Milliseconds to the next paint of the one act that `act` does in the page. */
export const nextPaint = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    window.paints = []
  })
  await act()
  await page.waitForFunction(() => window.paints.length > 0)
  const paints = await page.evaluate(() => window.paints)
  return Math.max(...paints)
}
