import { useEffect, useEffectEvent } from 'react'
import type { Clock } from '../../device/ports.ts'

const signs = ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll', 'touchstart', 'wheel'] as const

/** Milliseconds between two looks at the clock. */
const pace = 1000

/** Calls once nobody has touched the screen or a key for so many milliseconds; also when the tablet wakes after that. */
export const useQuiet = (clock: Clock, after: number, onQuiet: () => void): void => {
  const quiet = useEffectEvent(onQuiet)
  useEffect(() => {
    let last = clock().getTime()
    const touched = (): void => {
      // What wakes a tablet that lay there too long is no use of the form.
      if (!lookAt()) last = clock().getTime()
    }
    const lookAt = (): boolean => {
      const over = Math.abs(clock().getTime() - last) >= after
      if (over) quiet()
      return over
    }
    const timer = setInterval(lookAt, pace)
    for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true })
    document.addEventListener('visibilitychange', lookAt)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true })
      document.removeEventListener('visibilitychange', lookAt)
    }
  }, [clock, after])
}
