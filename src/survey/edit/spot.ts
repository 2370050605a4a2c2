import type { Definition, Element, GroupQuestion } from '../definition.ts'
import { groupAround, innerOf, withInner } from '../inner-elements.ts'
import { limits } from '../limits.ts'
import { refused, type Refused } from './edited.ts'
import { fitsInGroup } from './fits-in-group.ts'
import { findElement, findPage, replaceElement, replacePage } from './locate.ts'

/** Where something is put: beside an element, in whatever that stands in; or at an end of a page, panel or group. */
export type Spot =
  | { readonly after: string }
  | { readonly before: string }
  | { readonly atEndOf: string }
  | { readonly atStartOf: string }

/** A survey with elements put in at a spot; a refusal where there is no such spot, or panels would stand too deep. */
export const putAt = (definition: Definition, spot: Spot, elements: readonly Element[]): Definition | Refused => {
  const beside = 'after' in spot ? spot.after : 'before' in spot ? spot.before : null
  if (beside !== null) {
    const found = findElement(definition, beside)
    if (found === undefined) return noSuchSpot()
    if (depthAt(definition, beside) + height(elements) > limits.depth) return tooDeep()
    const unfit = whyNotInGroup(groupAround(definition, beside), elements)
    if (unfit !== null) return unfit
    return replaceElement(definition, beside, (one) => ('after' in spot ? [one, ...elements] : [...elements, one]))
  }
  const holder = 'atEndOf' in spot ? spot.atEndOf : 'atStartOf' in spot ? spot.atStartOf : ''
  const joined = (inside: readonly Element[]): readonly Element[] =>
    'atEndOf' in spot ? [...inside, ...elements] : [...elements, ...inside]
  if (findPage(definition, holder) !== undefined) {
    return replacePage(definition, holder, (page) => ({ ...page, elements: joined(page.elements) }))
  }
  const found = findElement(definition, holder)
  if (found?.type === 'paneldynamic') {
    const unfit = whyNotInGroup(found, elements)
    return unfit ?? replaceElement(definition, holder, (one) => [withInner(one, joined(innerOf(one)))])
  }
  if (found?.type !== 'panel') return noSuchSpot()
  if (depthAt(definition, holder) + 1 + height(elements) > limits.depth) return tooDeep()
  return replaceElement(definition, holder, (one) => [withInner(one, joined(innerOf(one)))])
}

/** Why elements can't stand in a repeated group, if they can't. */
const whyNotInGroup = (group: GroupQuestion | null, elements: readonly Element[]): Refused | null => {
  if (group === null) return null
  if (!elements.every(fitsInGroup)) {
    return refused(
      'A grid, a photo, a signature, consent, “Other” rows and another group can’t stand in a repeated group.',
    )
  }
  return group.templateElements.length + elements.length > limits.groupQuestions
    ? refused(`A repeated group can have ${limits.groupQuestions} questions at most.`)
    : null
}

const noSuchSpot = (): Refused => refused('The place to put it is no longer in the survey.')

const tooDeep = (): Refused => refused(`Groups can stand ${limits.depth} deep at most.`)

/** How many panels stand around an element. */
const depthAt = (definition: Definition, name: string): number => {
  const within = (elements: readonly Element[]): number | null => {
    for (const element of elements) {
      if (element.name === name) return 0
      const inside = within(innerOf(element))
      if (inside !== null) return inside + 1
    }
    return null
  }
  for (const page of definition.pages) {
    const depth = within(page.elements)
    if (depth !== null) return depth
  }
  return 0
}

const height = (elements: readonly Element[]): number =>
  Math.max(0, ...elements.map((element) => (element.type === 'panel' ? 1 + height(element.elements) : 0)))
