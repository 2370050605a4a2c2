import type { Entry } from './definition.ts'
import { asChoice, textIn } from './text.ts'
import { valueLists } from './value-lists.ts'

/** Whether the steps of a scale run from the best one down, as the lists to use again do: then its first face is glad. */
export const isBestFirst = (steps: readonly Entry[]): boolean => {
  const [first] = steps
  if (first === undefined) return false
  const words = textIn(asChoice(first).text)
  return valueLists.some(({ choices }) => textIn(choices[0]?.text) === words && words !== '')
}
