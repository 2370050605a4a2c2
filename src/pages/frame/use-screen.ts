import { use, useEffect } from 'react'
import { LastScreenContext } from './last-screen.ts'

/**
 * Makes a change of screen known to everyone: a page title of its own, and focus on the heading, so that a screen
 * reader starts there. The first screen after a load keeps the browser's own focus. `key` tells one screen from
 * another; null as long as its heading does not stand.
 */
export const useScreen = (title: string, key: string | null): void => {
  useEffect(() => {
    document.title = `${title} – Proforma`
  }, [title])

  const lastRef = use(LastScreenContext)
  useEffect(() => {
    if (key === null || lastRef === null || lastRef.current === key) return
    const isFirst = lastRef.current === null
    lastRef.current = key
    if (isFirst) return
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('main h1')?.focus()
  }, [key, lastRef])
}
