import type { DesignStep, DesignSteps } from '../../device/design-steps.ts'
import { type Readable, valueStore } from '../../device/value-store.ts'
import type { Definition } from '../../survey/definition.ts'
import type { Edited } from '../../survey/edit/edited.ts'
import { elementsByName } from '../../survey/questions.ts'

/** What the builder shows. */
export interface DesignState {
  readonly definition: Definition
  /** The question, group or section that is open in the editor; null for the survey's own settings. */
  readonly chosen: string | null
  /** What Undo and Redo would take back or do again, in words; null where there is nothing. */
  readonly undo: string | null
  readonly redo: string | null
  /** The last thing done, read aloud and shown with Undo; or why something could not be done. */
  readonly said: Said | null
}

interface Said {
  readonly text: string
  readonly undoable: boolean
  /** Goes up each time, so that the same words are read aloud again. */
  readonly count: number
}

export interface DesignSession {
  readonly state: Readable<DesignState>
  /** Edits the survey. Typing on in one `field` is one step for Undo, and is not told: it is seen where it is typed. */
  readonly edit: (change: (definition: Definition) => Edited, field?: string) => Edited
  readonly undo: () => void
  readonly redo: () => void
  readonly choose: (name: string | null) => void
}

/** What a session works over: where it starts from, the clock, and who keeps what it does. */
export interface SessionPorts {
  readonly start: DesignSteps
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly keep: (steps: DesignSteps) => void
}

/** Milliseconds without typing after which the next letter begins a step of its own. */
const pause = 2_000

/** How many steps can be undone. */
const mostSteps = 500

/** A survey being designed: an edit takes a survey and gives one, so undo is a list of them. */
export const designSession = ({ start, now, keep }: SessionPorts): DesignSession => {
  let { steps, position } = start
  let typing: { readonly field: string; readonly at: number } | null = null
  let count = 0

  const stepNow = (): DesignStep => {
    const step = steps[position]
    if (step === undefined) throw new Error('A design has no state to show')
    return step
  }

  const say = (text: string, undoable: boolean): Said => {
    count += 1
    return { text, undoable, count }
  }

  const shown = (chosen: string | null, said: Said | null): DesignState => ({
    definition: stepNow().definition,
    chosen,
    undo: position > 0 ? stepNow().did : null,
    redo: steps[position + 1]?.did ?? null,
    said,
  })

  const store = valueStore<DesignState>(shown(null, null))

  const goTo = (to: number, text: string, undoable: boolean): void => {
    if (steps[to] === undefined) return
    const before = stepNow().definition
    position = to
    typing = null
    keep({ steps, position })
    store.set(shown(chosenAfter(before, stepNow().definition, store.get().chosen), say(text, undoable)))
  }

  return {
    state: store,
    edit: (change, field) => {
      const { definition } = stepNow()
      const { chosen } = store.get()
      const edited = change(definition)
      if (!edited.ok) {
        store.set(shown(chosen, say(edited.reason, false)))
        return edited
      }
      if (edited.definition === definition) return edited
      const goesOn = field !== undefined && typing?.field === field && now() - typing.at < pause && position > 0
      typing = field === undefined ? null : { field, at: now() }
      // A step that goes on takes the place of the one before it.
      const kept = steps.slice(0, goesOn ? position : position + 1)
      steps = [...kept, { definition: edited.definition, did: edited.did }].slice(-mostSteps)
      position = steps.length - 1
      keep({ steps, position })
      const told = field === undefined || edited.notices.length > 0
      const text = [edited.did, ...edited.notices].join('. ')
      store.set(shown(field === undefined ? (edited.at ?? chosen) : chosen, told ? say(text, true) : null))
      return edited
    },
    undo: () => goTo(position - 1, `Undone: ${stepNow().did}`, false),
    redo: () => goTo(position + 1, `Done again: ${steps[position + 1]?.did ?? ''}`, true),
    choose: (name) => {
      typing = null
      store.set({ ...store.get(), chosen: name })
    },
  }
}

/** What came back is chosen; in the place of what is gone, what stands there now. */
const chosenAfter = (before: Definition, after: Definition, chosen: string | null): string | null => {
  const [had, has] = [partNames(before), new Set(partNames(after))]
  const known = new Set(had)
  const cameBack = [...has].find((name) => !known.has(name))
  if (cameBack !== undefined || chosen === null || has.has(chosen)) return cameBack ?? chosen
  const place = had.indexOf(chosen)
  return had.slice(place).find((name) => has.has(name)) ?? had.slice(0, place).findLast((name) => has.has(name)) ?? null
}

const partNames = (definition: Definition): readonly string[] => [
  ...elementsByName(definition).keys(),
  ...definition.pages.map(({ name }) => name),
]
