import { useEffect, useRef } from 'react'

/**
 * Makes a change of screen known to everyone: a page title of its own, and focus on the heading, so that a screen
 * reader starts there. The first screen after a load keeps the browser's own focus.
 */
export const useScreen = (title: string, key: string): void => {
  useEffect(() => {
    document.title = `${title} – Proforma`
  }, [title])

  const last = useRef<string | null>(null)
  useEffect(() => {
    if (last.current !== key && (last.current !== null || window.history.state?.focus === 'heading')) {
      window.scrollTo(0, 0)
      document.querySelector<HTMLElement>('main h1')?.focus()
    }
    last.current = key
  }, [key])
}
