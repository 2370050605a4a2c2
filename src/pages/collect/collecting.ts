import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { Answers } from '../../response/answers.ts'
import type { Filling } from '../../response/filling.ts'
import type { Problem } from '../../response/problem.ts'
import type { Element } from '../../survey/definition.ts'
import type { Json } from '../../survey/json.ts'

/** What the questions on the screen need to know of the form they stand in. */
export interface Collecting {
  readonly filling: Filling
  readonly elements: ReadonlyMap<string, Element>
  readonly problems: ReadonlyMap<string, Problem>
  readonly language: string
  /** The id of the words above the questions that a section begins with; null where there are none. */
  readonly describedAbove: string | null
  /** What a random order is drawn from: the same for one form, however often it is opened. */
  readonly seed: string
  readonly answer: (question: string, value: Json | undefined) => void
  /** The answers that stand here: of the form, or of the entry of a repeated group that the questions stand in. */
  readonly answers: () => Answers
  /** What an item begins with here: nothing, or `children.2.` in an entry. */
  readonly place: string
}

export const CollectingContext = createContext<Collecting | null>(null)

export const useCollecting = (): Collecting => {
  const collecting = use(CollectingContext)
  if (collecting === null) throw new Error('A question stands outside a form')
  return collecting
}

/** Draws again whenever an answer, the page or what is shown changes. */
export const useFillingRevision = (filling: Filling): number =>
  useSyncExternalStore(filling.subscribe, filling.revision)

/** The answer to one question and how to change it. What asks for it is drawn again when that answer changes. */
export const useAnswer = (question: string): readonly [Json | undefined, (value: Json | undefined) => void] => {
  const { filling, answer, answers } = useCollecting()
  const value = useSyncExternalStore(filling.subscribe, () => {
    const typed = answers()
    return Object.hasOwn(typed, question) ? typed[question] : undefined
  })
  const change = useCallback((given: Json | undefined) => answer(question, given), [answer, question])
  return [value, change]
}
