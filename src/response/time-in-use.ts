/** Counts the time in which a form is on the screen and somebody is at it. All moments are milliseconds since 1970. */
export interface TimeInUse {
  /** Something was pressed, typed or scrolled. */
  readonly touched: (now: number) => void
  readonly hidden: (now: number) => void
  readonly shown: (now: number) => void
  /** Whole seconds so far. */
  readonly seconds: (now: number) => number
}

/** Milliseconds without a touch after which nobody is taken to be there. */
const patience = 60_000

/** Begins to count from `before` seconds, with the form on the screen. A clock that is set back counts nothing. */
export const timeInUse = (before: number, start: number): TimeInUse => {
  let counted = before * 1_000
  let visible = true
  let lastTouch = start
  let upTo = start

  const count = (now: number): void => {
    if (visible) counted += Math.max(0, Math.min(now, lastTouch + patience) - upTo)
    upTo = now
  }
  const touched = (now: number): void => {
    count(now)
    lastTouch = now
  }
  return {
    touched,
    hidden: (now) => {
      count(now)
      visible = false
    },
    shown: (now) => {
      touched(now)
      visible = true
    },
    seconds: (now) => {
      count(now)
      return Math.floor(counted / 1_000)
    },
  }
}
