import type { Definition } from '../survey/definition.ts'
import type { DeviceDatabase } from './database.ts'
import { type DesignChange, doneLast, redone, undone, undoneLast, withChange } from './design-history.ts'
import type { KeptDesign, OpenDesign } from './kept-design.ts'
import type { Clock } from './ports.ts'
import { type DesignSaved, saveDesign } from './save-design.ts'
import { type Readable, valueStore } from './value-store.ts'

/** A design as its builder sees it now, on the disk or not yet. */
export interface DesignState {
  readonly definition: Definition
  /** What undo and redo would do, in words; null when there is nothing. */
  readonly undo: string | null
  readonly redo: string | null
  /** `saving`: not yet on the disk. All others say how the last save ended. */
  readonly saved: { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: string } | NotSaved
}

/** Why nothing is being saved. `conflict`: another tab saved since; `newer` is what it saved. */
type NotSaved = Exclude<DesignSaved, { readonly kind: 'saved' }>

/** Builds one survey: every change stands at once, and is written behind the hand that makes it. */
export interface DesignWriter {
  readonly state: Readable<DesignState>
  readonly change: (change: DesignChange) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Saves what is not yet saved, after a failure too; resolves when it is on the disk, or could not be. */
  readonly save: () => Promise<DesignSaved>
  /** The design as it was last saved: what publishing takes, after `save`. */
  readonly last: () => KeptDesign
}

/**
 * One writer for each open design. A strict write takes longer than a key press: states between two writes are not
 * written, but every step of them is.
 */
export const designWriter = (database: DeviceDatabase, start: OpenDesign, clock: Clock): DesignWriter => {
  let kept = start
  let now = start
  let writing: Promise<DesignSaved> | null = null
  const state = valueStore<DesignState>(stateOf(start, { kind: 'saved', at: start.design.savedAt }))

  const write = async (): Promise<DesignSaved> => {
    let saved: DesignSaved = { kind: 'saved', open: kept }
    while (now !== kept && saved.kind === 'saved') {
      const next = now
      saved = await saveDesign(database, kept, next, clock)
      if (saved.kind !== 'saved') break
      if (now === next) now = saved.open
      kept = saved.open
    }
    writing = null
    state.set(stateOf(now, saved.kind === 'saved' ? { kind: 'saved', at: kept.design.savedAt } : saved))
    return saved
  }

  const save = (): Promise<DesignSaved> => {
    if (writing === null && now === kept) return Promise.resolve({ kind: 'saved', open: kept })
    return (writing ??= write())
  }

  const become = (next: OpenDesign | null): void => {
    if (next === null || next === now) return
    now = next
    state.set(stateOf(now, { kind: 'saving' }))
    void save()
  }

  return {
    state,
    change: (change) => become(withChange(now, change, clock())),
    undo: () => become(undone(now)),
    redo: () => become(redone(now)),
    save,
    last: () => kept.design,
  }
}

const stateOf = (open: OpenDesign, saved: DesignState['saved']): DesignState => ({
  definition: open.design.definition,
  undo: doneLast(open)?.label ?? null,
  redo: undoneLast(open)?.label ?? null,
  saved,
})
