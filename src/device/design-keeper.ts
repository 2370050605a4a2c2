import type { DeviceDatabase } from './database.ts'
import { copyRow } from './journal/shelves.ts'
import { type DesignStep, type DesignSteps, type Known, numbered, spreadOut } from './design-steps.ts'
import type { KeptDesign, OpenDesign } from './kept-design.ts'
import type { Clock } from './ports.ts'
import { type DesignSaved, saveDesign } from './save-design.ts'
import { type Readable, valueStore } from './value-store.ts'

/** How the last save ended; `saving` while something is not yet on the disk. */
export type DesignSaving =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | Exclude<DesignSaved, { readonly kind: 'saved' }>

/** Keeps one open design as it is built, behind the hand that builds it. */
export interface DesignKeeper {
  /** The undo list as it was kept: where a session starts from. */
  readonly start: DesignSteps
  readonly saving: Readable<DesignSaving>
  /**
   * Keeps the undo list as it is now, or as it is when its turn comes. A list must share its states with the one given
   * before: by that it is known which steps are new.
   */
  readonly keep: (now: DesignSteps) => void
  /** Saves what is not yet saved, after a failure too; resolves when it is on the disk, or could not be. */
  readonly save: () => Promise<DesignSaved>
  /** The design as it was last saved: what publishing takes, after `save`. */
  readonly last: () => KeptDesign
}

interface Waiting {
  readonly steps: readonly DesignStep[]
  readonly shown: DesignStep
}

/**
 * One keeper for each open design. A strict write takes longer than a key press: what lies between two writes is
 * written with the second. `soon` may put a write off, so that the page first shows what was typed; `save` never waits.
 */
export const designKeeper = (
  database: DeviceDatabase,
  opened: OpenDesign,
  clock: Clock,
  soon: (work: () => void) => void = atOnce,
): DesignKeeper => {
  const start = spreadOut(opened)
  let kept = opened
  let known: ReadonlyMap<DesignStep, Known> = start.known
  let waiting: Waiting | null = null
  let writing: Promise<DesignSaved> | null = null
  const saving = valueStore<DesignSaving>({ kind: 'saved', at: opened.design.savedAt })

  const next = ({ steps, shown }: Waiting): OpenDesign => {
    const now = numbered(opened.design.id, steps, known, clock())
    known = now
    return {
      design: { ...kept.design, definition: shown.definition, position: now.get(shown)?.number ?? 0 },
      steps: [...now.values()].flatMap((each) => (each.made === null ? [] : [each.made.kept])),
    }
  }

  const write = async (): Promise<DesignSaved> => {
    let saved: DesignSaved = { kind: 'saved', open: kept }
    while (waiting !== null) {
      const taken: Waiting = waiting
      saved = await saveDesign(database, kept, next(taken), clock)
      if (saved.kind !== 'saved') break
      kept = saved.open
      if (waiting === taken) waiting = null
    }
    writing = null
    if (saved.kind === 'saved') void copyRow(database, 'designs', opened.design.id)
    saving.set(saved.kind === 'saved' ? { kind: 'saved', at: kept.design.savedAt } : saved)
    return saved
  }

  const save = (): Promise<DesignSaved> => {
    if (waiting === null) return writing ?? Promise.resolve({ kind: 'saved', open: kept })
    return (writing ??= write())
  }

  return {
    start: { steps: start.steps, position: start.position },
    saving,
    keep: ({ steps, position }) => {
      const shown = steps[position]
      if (shown === undefined) throw new RangeError('The position is outside the undo list')
      waiting = { steps, shown }
      if (saving.get().kind === 'saved') saving.set({ kind: 'saving' })
      soon(() => void save())
    },
    save,
    last: () => kept.design,
  }
}

const atOnce = (work: () => void): void => work()
