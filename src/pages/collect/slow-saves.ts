/** Milliseconds after which a save that has not ended is told as not saved. */
const savePatience = 5_000

/** Watches over the saves of one form. */
export interface SlowSaves<Change> {
  readonly began: (change: Change) => void
  /** One has ended; `all` where no later one is under way. */
  readonly ended: (all: boolean) => void
  /** None has ended for that long since one began. */
  readonly areLate: () => boolean
}

/**
 * On a full disk Chromium may leave a write without an answer, neither yes nor no, for longer than anybody waits: what was
 * typed is then on no disk, and whoever typed it must be told. `tell` is called once for each such time, with the latest change.
 */
export const slowSaves = <Change>(tell: (latest: Change) => void, patience = savePatience): SlowSaves<Change> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: Change | undefined
  let late = false
  const begin = (): void => {
    timer ??= setTimeout(() => {
      late = true
      if (latest !== undefined) tell(latest)
    }, patience)
  }
  return {
    began: (change) => {
      latest = change
      begin()
    },
    ended: (all) => {
      clearTimeout(timer)
      timer = undefined
      late = false
      if (!all) begin()
    },
    areLate: () => late,
  }
}
