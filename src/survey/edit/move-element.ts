import type { Definition, Element } from '../definition.ts'
import { innerOf } from '../inner-elements.ts'
import { questionsIn, questionsOf } from '../questions.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { findElement, replaceElement } from './locate.ts'
import { named } from './named-in-words.ts'
import { pointAtEntries } from './point-at-entries.ts'
import { hasLongRule } from './rename-element.ts'
import { putAt, type Spot } from './spot.ts'

/**
 * Moves a question or panel to a spot. Rules are left as they are: one that looks forward afterwards is reported by
 * `ruleProblems`, so that moving two things round each other is no trap.
 */
export const moveElement = (definition: Definition, name: string, spot: Spot): Edited => {
  const element = findElement(definition, name)
  if (element === undefined) return gone()
  if (Object.values(spot).includes(name)) return done(definition, `${named(element)} stays where it is`, { at: name })
  const put = putAt(
    replaceElement(definition, name, () => []),
    spot,
    [element],
  )
  if ('ok' in put) return put
  const pointed = pointAtEntries(put, questionNames(element))
  if (pointed !== put && hasLongRule(pointed)) return refused('A rule would be too long. Make it shorter first.')
  return done(pointed, `${named(element)} moved${whereTo(pointed, element)}`, { at: name })
}

/**
 * Moves a question or panel one place up or down. At the edge of a group it leaves the group; at the edge of a section
 * it goes to the next one.
 */
export const moveElementBy = (definition: Definition, name: string, way: 'up' | 'down'): Edited => {
  const spot = nextSpot(definition, name, way)
  if (spot !== null) return moveElement(definition, name, spot)
  return refused(way === 'up' ? 'This is the first already.' : 'This is the last already.')
}

const nextSpot = (definition: Definition, name: string, way: 'up' | 'down'): Spot | null => {
  const siblingSpot = (elements: readonly Element[], around: Spot | null): Spot | null | undefined => {
    for (const [index, element] of elements.entries()) {
      if (element.name === name) {
        const sibling = index === 0 && way === 'up' ? undefined : elements[index + (way === 'up' ? -1 : 1)]
        if (sibling === undefined) return around
        return way === 'up' ? { before: sibling.name } : { after: sibling.name }
      }
      const inner = innerOf(element)
      if (inner.length === 0) continue
      const out: Spot = way === 'up' ? { before: element.name } : { after: element.name }
      const inside = siblingSpot(inner, out)
      if (inside !== undefined) return inside
    }
    return undefined
  }
  for (const [index, page] of definition.pages.entries()) {
    const next = index === 0 && way === 'up' ? undefined : definition.pages[index + (way === 'up' ? -1 : 1)]
    const across = next === undefined ? null : way === 'up' ? { atEndOf: next.name } : { atStartOf: next.name }
    const spot = siblingSpot(page.elements, across)
    if (spot !== undefined) return spot
  }
  return null
}

const questionNames = (element: Element): readonly string[] =>
  element.type === 'panel' ? questionsIn(element).map(({ name }) => name) : [element.name]

/** " to question 3 of 9", to be read out. */
const whereTo = (definition: Definition, element: Element): string => {
  const first = element.type === 'panel' ? questionsIn(element)[0] : element
  if (first === undefined) return ''
  const all = questionsOf(definition)
  return ` to question ${all.findIndex(({ name }) => name === first.name) + 1} of ${all.length}`
}
