import type { Definition, Element, Page } from '../definition.ts'
import { innerOf } from '../inner-elements.ts'
import { questionOfItem } from '../rule/rule.ts'
import { repairConditions, type Repaired } from './change-rules.ts'
import { done, type Edited, gone } from './edited.ts'
import { retire } from './fresh-name.ts'
import { findElement, replaceElement } from './locate.ts'
import { named } from './named-in-words.ts'
import { gapAnswers, unlinkOpenEnded } from './repair-links.ts'

/**
 * Deletes a question, or a panel or repeated group with all in it. Its names are never given again. Rules that looked at it lose that
 * condition, wordings that put in its answer get a gap, and each such change is a notice. `at` of
 * the result is what stands in its place: the next one, else the one before, else what held it.
 */
export const deleteElement = (definition: Definition, name: string): Edited => {
  const element = findElement(definition, name)
  if (element === undefined) return gone()
  const names = namesIn(element)
  const without = retire(
    replaceElement(definition, name, () => []),
    names,
  )
  const { definition: repaired, notices } = repairAfterDeleting(without, new Set(names))
  return done(repaired, `Deleted ${named(element)}`, { at: besideOrAround(definition, name), notices })
}

const besideOrAround = (definition: Definition, name: string): string | null => {
  const within = (holder: Page | Element): string | null => {
    const elements = 'type' in holder ? innerOf(holder) : holder.elements
    const place = elements.findIndex((element) => element.name === name)
    if (place >= 0) return (elements[place + 1] ?? elements[place - 1] ?? holder).name
    return firstOf(elements.map(within))
  }
  return firstOf(definition.pages.map(within))
}

const firstOf = (names: readonly (string | null)[]): string | null => names.find((name) => name !== null) ?? null

/** Puts right what stood on questions that are gone. */
const repairAfterDeleting = (definition: Definition, names: ReadonlySet<string>): Repaired => {
  const rules = repairConditions(
    definition,
    (item) => names.has(questionOfItem(item)),
    'all',
    () => null,
  )
  const links = unlinkOpenEnded(rules.definition, names)
  const wordings = gapAnswers(links.definition, names)
  return { definition: wordings.definition, notices: [...rules.notices, ...links.notices, ...wordings.notices] }
}

const namesIn = (element: Element): readonly string[] => [element.name, ...innerOf(element).flatMap(namesIn)]
