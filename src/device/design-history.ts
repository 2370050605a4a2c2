import type { Definition } from '../survey/definition.ts'
import type { Json } from '../survey/json.ts'
import { apply, diff, isNoChange, type Patch, reverse } from '../survey/patch.ts'
import type { KeptStep, OpenDesign } from './kept-design.ts'

/** One edit, as a page gives it. */
export interface DesignChange {
  readonly label: string
  /** Names the field being typed in, such as `role.title`; null for any other edit. */
  readonly typedIn: string | null
  readonly definition: Definition
}

/** How many steps are kept. */
const mostSteps = 500

/** Milliseconds between two key presses that still make one step. */
const pause = 2_000

/** The design after an edit. What was undone can't be redone any more; an edit that changes nothing is no step. */
export const withChange = (open: OpenDesign, { label, typedIn, definition }: DesignChange, now: Date): OpenDesign => {
  const { design } = open
  const last = doneLast(open)
  const at = now.toISOString()
  if (last !== null && typedIn !== null && goesOn(open, last, typedIn, now)) {
    const before = patched(design.definition, reverse(last.patch))
    const patch = diff(json(before), json(definition))
    const steps = [...open.steps.slice(0, -1), { ...last, label, at, patch }]
    return { design: { ...design, definition }, steps }
  }
  const patch = diff(json(design.definition), json(definition))
  if (isNoChange(patch)) return open
  const position = design.position + 1
  const step: KeptStep = { survey: design.id, step: position, label, typedIn, at, patch }
  const done = open.steps.filter((each) => each.step <= design.position)
  return { design: { ...design, definition, position }, steps: [...done, step].slice(-mostSteps) }
}

/** The design with its last step undone; null when there is none. */
export const undone = (open: OpenDesign): OpenDesign | null => {
  const step = doneLast(open)
  if (step === null) return null
  const definition = patched(open.design.definition, reverse(step.patch))
  return { ...open, design: { ...open.design, definition, position: step.step - 1 } }
}

/** The design with the step that was undone last done again; null when there is none. */
export const redone = (open: OpenDesign): OpenDesign | null => {
  const step = undoneLast(open)
  if (step === null) return null
  const definition = patched(open.design.definition, step.patch)
  return { ...open, design: { ...open.design, definition, position: step.step } }
}

/** The step that undo would undo. */
export const doneLast = ({ design, steps }: OpenDesign): KeptStep | null => stepNumbered(steps, design.position)

/** The step that redo would do again. */
export const undoneLast = ({ design, steps }: OpenDesign): KeptStep | null => stepNumbered(steps, design.position + 1)

const stepNumbered = (steps: readonly KeptStep[], number: number): KeptStep | null =>
  steps.findLast(({ step }) => step === number) ?? null

const goesOn = (open: OpenDesign, last: KeptStep, typedIn: string, now: Date): boolean => {
  const since = now.getTime() - Date.parse(last.at)
  return undoneLast(open) === null && last.typedIn === typedIn && since >= 0 && since <= pause
}

const json = (definition: Definition): Json => definition as unknown as Json

const patched = (definition: Definition, patch: Patch): Definition =>
  apply(json(definition), patch) as unknown as Definition
