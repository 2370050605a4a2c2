import type { Definition, Element, Page } from '../definition.ts'
import { innerOf } from '../inner-elements.ts'
import { limits } from '../limits.ts'
import { consentQuestion } from '../rule/consent-rule.ts'
import { behindConsent, bothRules } from './consent-gate.ts'
import { done, type Edited, gone, refused } from './edited.ts'
import { freshName, takenNames } from './fresh-name.ts'
import { findPage } from './locate.ts'
import { named } from './named-in-words.ts'
import { tooLong } from './set-text.ts'

/** Adds an empty section after another, or first of all; behind the consent, where the survey has one before it. */
export const addSection = (definition: Definition, after: string | null, title = ''): Edited => {
  const long = tooLong(title)
  if (long !== null) return long
  if (definition.pages.length >= limits.pages) return refused(`A survey can have ${limits.pages} sections at most.`)
  const index = after === null ? 0 : definition.pages.findIndex((page) => page.name === after) + 1
  if (after !== null && index === 0) return gone()
  const name = freshName(takenNames(definition), title, 'section')
  const bare: Page = { name, ...(title === '' ? {} : { title: title.toWellFormed() }), elements: [] }
  const consent = consentQuestion(definition)
  const isBehind = consent !== null && definition.pages.slice(0, index).some((page) => holds(page.elements, consent))
  const page = isBehind ? behindConsent(bare, consent) : bare
  const pages = definition.pages.toSpliced(index, 0, page)
  return done({ ...definition, pages }, `Added the section ${named(page)}`, { at: name })
}

/**
 * Deletes a section. Its questions move to the end of the one before, or the start of the one after; each takes the
 * section's rule with it.
 */
export const deleteSection = (definition: Definition, name: string): Edited => {
  const index = definition.pages.findIndex((page) => page.name === name)
  const page = definition.pages[index]
  if (page === undefined) return gone()
  const into = definition.pages[index === 0 ? 1 : index - 1]
  if (into === undefined) return refused('A survey has one section at least.')
  const moved = page.elements.map((element) => withRuleOf(page, element, into))
  if (moved.some(({ visibleIf = '' }) => visibleIf.length > limits.ruleLength)) {
    return refused('A rule would be too long. Make the rule of this section shorter first.')
  }
  if (into.elements.length + moved.length > limits.items) return refused('One section can’t hold so many questions.')
  const elements = index === 0 ? [...moved, ...into.elements] : [...into.elements, ...moved]
  const pages = definition.pages
    .map((one) => (one === into ? { ...into, elements } : one))
    .filter((one) => one.name !== name)
  return done({ ...definition, pages }, `Deleted the section ${named(page)}`, { at: into.name })
}

/** Moves a section with all in it one place up or down. */
export const moveSectionBy = (definition: Definition, name: string, way: 'up' | 'down'): Edited => {
  const page = findPage(definition, name)
  if (page === undefined) return gone()
  const index = definition.pages.indexOf(page)
  const to = index + (way === 'up' ? -1 : 1)
  if (to < 0) return refused('This is the first already.')
  if (to >= definition.pages.length) return refused('This is the last already.')
  const pages = definition.pages.toSpliced(index, 1).toSpliced(to, 0, page)
  const did = `The section ${named(page)} moved to place ${to + 1} of ${pages.length}`
  return done({ ...definition, pages }, did, { at: name })
}

const withRuleOf = (page: Page, element: Element, into: Page): Element =>
  page.visibleIf === undefined || page.visibleIf === into.visibleIf
    ? element
    : { ...element, visibleIf: bothRules(page.visibleIf, element.visibleIf) }

const holds = (elements: readonly Element[], name: string): boolean =>
  elements.some((element) => element.name === name || holds(innerOf(element), name))
