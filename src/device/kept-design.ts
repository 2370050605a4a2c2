import type { Definition } from '../survey/definition.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { Patch } from '../survey/patch.ts'

/** A survey being built on this device, as it lies in the database. */
export interface KeptDesign {
  readonly id: SurveyId
  /** As it stands, with what only its builder needs. */
  readonly definition: Definition
  /** Put away by its owner: not shown among the others. */
  readonly putAway: boolean
  readonly createdAt: string
  readonly savedAt: string
  /** Goes up with each save: a tab that saves over a newer one is told instead. */
  readonly counter: number
  /** The number of the step that was done last; 0 before the first. Steps above it are undone and can be redone. */
  readonly position: number
}

/** One step of a design's history. Numbers go up by one and are never given twice while the step is kept. */
export interface KeptStep {
  readonly survey: SurveyId
  readonly step: number
  /** What was done, for the undo button: "Deleted ‘How old are you?’". */
  readonly label: string
  /** When it was done: ISO 8601, UTC. */
  readonly at: string
  readonly patch: Patch
}

/** A design with the steps that are kept of it, oldest first. */
export interface OpenDesign {
  readonly design: KeptDesign
  readonly steps: readonly KeptStep[]
}
