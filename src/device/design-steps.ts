import type { Definition } from '../survey/definition.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { Json } from '../survey/json.ts'
import { apply, diff, type Patch, reverse } from '../survey/patch.ts'
import type { KeptStep, OpenDesign } from './kept-design.ts'

/** One state of a survey being built, and what made it: "Deleted ‘How old are you?’". */
export interface DesignStep {
  readonly definition: Definition
  readonly did: string
}

/** The undo list: oldest first; the one at `position` is shown, those after it were undone. */
export interface DesignSteps {
  readonly steps: readonly DesignStep[]
  readonly position: number
}

/** Which step is kept of a state, and which state it was made from; the oldest state has neither. */
export interface Known {
  readonly number: number
  readonly made: { readonly from: DesignStep; readonly kept: KeptStep } | null
}

export interface SpreadOut extends DesignSteps {
  readonly known: ReadonlyMap<DesignStep, Known>
}

/** A design's undo list as whole surveys, which share what they have in common, from the patches that are kept. */
export const spreadOut = ({ design, steps: kept }: OpenDesign): SpreadOut => {
  const done = kept.filter(({ step }) => step <= design.position)
  const undone = kept.filter(({ step }) => step > design.position)
  const before = done.reduceRight<readonly Definition[]>(
    (list, { patch }) => [patched(list[0] ?? design.definition, reverse(patch)), ...list],
    [],
  )
  const after = undone.reduce<readonly Definition[]>(
    (list, { patch }) => [...list, patched(list.at(-1) ?? design.definition, patch)],
    [],
  )
  const [first = design.definition, ...others] = [...before, design.definition, ...after]
  const start: DesignStep = { definition: first, did: '' }
  const steps = [start]
  const known = new Map<DesignStep, Known>([
    [start, { number: (kept[0]?.step ?? design.position + 1) - 1, made: null }],
  ])
  for (const [index, definition] of others.entries()) {
    const [step, from] = [kept[index], steps.at(-1)]
    if (step === undefined || from === undefined) break
    const state: DesignStep = { definition, did: step.label }
    known.set(state, { number: step.step, made: { from, kept: step } })
    steps.push(state)
  }
  return { steps, position: done.length, known }
}

/**
 * What is to be kept of each state of an undo list: what is known already of the same state after the same one, or a
 * new step under the next number.
 */
export const numbered = (
  survey: SurveyId,
  steps: readonly DesignStep[],
  known: ReadonlyMap<DesignStep, Known>,
  now: Date,
): ReadonlyMap<DesignStep, Known> => {
  const result = new Map<DesignStep, Known>()
  let last: { readonly from: DesignStep; readonly number: number } | null = null
  for (const state of steps) {
    const before = known.get(state)
    const is: Known =
      last === null
        ? { number: before?.number ?? 0, made: null }
        : before?.made?.from === last.from
          ? before
          : made(survey, state, last, now)
    result.set(state, is)
    last = { from: state, number: is.number }
  }
  return result
}

const made = (
  survey: SurveyId,
  { definition, did }: DesignStep,
  { from, number }: { readonly from: DesignStep; readonly number: number },
  now: Date,
): Known => {
  const step = number + 1
  const patch = diff(json(from.definition), json(definition))
  return { number: step, made: { from, kept: { survey, step, label: did, at: now.toISOString(), patch } } }
}

const json = (definition: Definition): Json => definition as unknown as Json

const patched = (definition: Definition, patch: Patch): Definition =>
  apply(json(definition), patch) as unknown as Definition
