import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { Filling } from '../../engine/filling.ts'
import type { Answers } from '../../response/answers.ts'
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
  /** survey-react-ui draws a page some time after it was turned to: each element says when it stands. */
  readonly onDrawn: (element: string) => void
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

/** The answers as typed, drawn again when they change. */
const useTyped = (filling: Filling): Answers => {
  useFillingRevision(filling)
  return filling.typed()
}

/** The answer to one question and how to change it. */
export const useAnswer = (question: string): readonly [Json | undefined, (value: Json | undefined) => void] => {
  const { filling, answer } = useCollecting()
  const typed = useTyped(filling)
  const change = useCallback((value: Json | undefined) => answer(question, value), [answer, question])
  return [Object.hasOwn(typed, question) ? typed[question] : undefined, change]
}
