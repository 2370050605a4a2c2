import type { Definition } from './definition.ts'

/**
 * Everything that was done to a survey, as a list of surveys: undo goes back one, redo forward. The surveys share what
 * they have in common, so hundreds of steps of a large one cost little; structured clone (IndexedDB) keeps the sharing.
 */
export interface History {
  readonly past: readonly Step[]
  readonly present: Definition
  /** The next to redo first. */
  readonly future: readonly Step[]
}

/** One thing that was done, and the survey on its far side: before it in `past`, after it in `future`. */
export interface Step {
  /** "Deleted ‘How old are you?’" */
  readonly label: string
  readonly definition: Definition
  /** Steps that follow each other with the same word are one: the letters of a title as it is typed. */
  readonly joins: string | null
}

/** How many steps are remembered. */
export const rememberedSteps = 300

export const startHistory = (definition: Definition): History => ({ past: [], present: definition, future: [] })

/** What was done, as the newest step; what was undone before it is gone. Nothing changed is no step. */
export const record = (
  history: History,
  definition: Definition,
  label: string,
  joins: string | null = null,
): History => {
  if (definition === history.present) return history
  const last = history.past.at(-1)
  if (joins !== null && last?.joins === joins && history.future.length === 0) {
    return { past: [...history.past.slice(0, -1), { ...last, label }], present: definition, future: [] }
  }
  const past = [...history.past, { label, definition: history.present, joins }].slice(-rememberedSteps)
  return { past, present: definition, future: [] }
}

/** One step back; the same history where there is none. A step after an undo joins none before it. */
export const undo = (history: History): History => {
  const step = history.past.at(-1)
  if (step === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: step.definition,
    future: [{ ...step, definition: history.present }, ...history.future],
  }
}

/** One step forward again. */
export const redo = (history: History): History => {
  const [step, ...future] = history.future
  if (step === undefined) return history
  return { past: [...history.past, { ...step, definition: history.present }], present: step.definition, future }
}

/** What undo would take back: for its button. Null where there is nothing. */
export const undoLabel = ({ past }: History): string | null => past.at(-1)?.label ?? null

/** What redo would do again. */
export const redoLabel = ({ future }: History): string | null => future[0]?.label ?? null
