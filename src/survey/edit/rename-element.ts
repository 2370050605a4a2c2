import type { Definition, Element, Page } from '../definition.ts'
import { namePattern } from '../ids.ts'
import { innerOf } from '../inner-elements.ts'
import { limits } from '../limits.ts'
import { mapPages, mapSame } from '../map-elements.ts'
import { mapTexts } from '../wordings.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { retire, takenNames } from './fresh-name.ts'
import { findElement } from './locate.ts'
import { named } from './named-in-words.ts'
import { repointElement, repointExpression, repointText, type Renames } from './repoint.ts'
import { changeText } from './set-text.ts'

/**
 * Gives a question or group another id; rules, wordings and links follow. For surveys that were never published: data
 * kept under the old id does not follow.
 */
export const renameElement = (definition: Definition, name: string, wanted: string): Edited => {
  const element = findElement(definition, name)
  if (element === undefined) return gone()
  if (name === wanted) return done(definition, `${named(element)} keeps its id`, { at: name })
  if (!namePattern.test(wanted))
    return refused('An id starts with a letter and has letters, figures and _ only, up to 64.')
  if (wanted.includes('equals')) return refused('Rules can’t read the word equals in an id.')
  if (wanted.toLowerCase() === 'panel') return refused('The id panel means an entry of a repeated group.')
  if (name.toLowerCase() !== wanted.toLowerCase() && takenNames(definition).has(wanted.toLowerCase())) {
    return refused(`The id ${wanted} is in use, or once was.`)
  }
  const renamed = renameAll(definition, new Map([[name, wanted]]))
  if (hasLongRule(renamed)) return refused('A rule would be too long with this id.')
  return done(retire(renamed, [name]), `${named(element)} has the id ${wanted}`, { at: wanted })
}

/** A survey with questions and groups under new names, and every rule, wording and link pointed at them. */
export const renameAll = (definition: Definition, renames: Renames): Definition => {
  const pages = mapPages(definition, (page) => {
    const elements = mapSame(page.elements, (element) => repointElement(element, renames))
    const visibleIf = page.visibleIf === undefined ? undefined : repointExpression(page.visibleIf, renames)
    if (elements === page.elements && visibleIf === page.visibleIf) return page
    return { ...page, elements, ...(visibleIf === undefined ? {} : { visibleIf }) }
  })
  return mapTexts(pages, (text) => changeText(text, (words) => repointText(words, renames)))
}

/** Whether a rule is longer than a definition may hold. */
export const hasLongRule = (definition: Definition): boolean =>
  definition.pages.some((page) => isLong(page) || page.elements.some(isLong))

const isLong = (part: Page | Element): boolean =>
  (part.visibleIf ?? '').length > limits.ruleLength || ('type' in part && innerOf(part).some(isLong))
