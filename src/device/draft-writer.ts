import type { DeviceDatabase, KeptDraft } from './database.ts'
import type { Clock } from './ports.ts'
import { type DraftChange, type DraftSaved, saveDraft } from './save-draft.ts'

/** Saves one form as it is typed. */
export interface DraftWriter {
  /**
   * Saves this change, or a later one that was given before its turn came; resolves when that is on the disk, or
   * could not be. Changes are written one after the other, in the order given.
   */
  readonly save: (change: DraftChange) => Promise<DraftSaved>
  /** The draft as it was last saved by this writer: what `returnDraft` takes, after the last `save` has resolved. */
  readonly last: () => KeptDraft
}

interface Turn {
  readonly change: DraftChange
  readonly tell: (saved: DraftSaved) => void
}

/** One writer for each open form. A strict write takes longer than a key press, so the changes between are skipped. */
export const draftWriter = (database: DeviceDatabase, start: KeptDraft, clock: Clock): DraftWriter => {
  let last = start
  let turns: readonly Turn[] = []
  let writing = false

  const write = async (): Promise<void> => {
    writing = true
    for (let latest = turns.at(-1); latest !== undefined; latest = turns.at(-1)) {
      const taken = turns
      turns = []
      const saved = await saveDraft(database, last, latest.change, clock)
      if (saved.kind === 'saved') last = saved.kept
      for (const { tell } of taken) tell(saved)
    }
    writing = false
  }

  return {
    save: (change) => {
      const { promise, resolve } = Promise.withResolvers<DraftSaved>()
      turns = [...turns, { change, tell: resolve }]
      if (!writing) void write()
      return promise
    },
    last: () => last,
  }
}
