import { countItems } from '../codebook.ts'
import type { Definition, Page } from '../definition.ts'
import { limits } from '../limits.ts'
import { consentQuestion } from '../rule/consent-rule.ts'
import { behindConsent } from './consent-gate.ts'
import { done, type Edited, refused } from './edited.ts'
import { freshName, takenNames } from './fresh-name.ts'

/**
 * Asks for consent before anything else, on a page of its own. Whoever says no is asked nothing more: every other
 * section is put behind the yes, beside its own rule. Never ticked beforehand.
 */
export const addConsent = (definition: Definition): Edited => {
  if (consentQuestion(definition) !== null) return refused('This survey asks for consent already.')
  if (definition.pages.length >= limits.pages) return refused(`A survey can have ${limits.pages} sections at most.`)
  if (countItems(definition) >= limits.items) {
    return refused(`A survey can have ${limits.items} questions and rows at most.`)
  }
  const taken = takenNames(definition)
  const name = freshName(taken, 'consent', 'question')
  taken.add(name)
  const pages = definition.pages.map((page) => behindConsent(page, name))
  if (pages.some(({ visibleIf = '' }) => visibleIf.length > limits.ruleLength)) {
    return refused('The rule of a section would be too long. Make it shorter first.')
  }
  const first = consentPage(freshName(taken, 'before we start', 'section'), name)
  return done({ ...definition, pages: [first, ...pages] }, 'Added the consent question', { at: name })
}

const consentPage = (page: string, name: string): Page => ({
  name: page,
  title: 'Before we start',
  elements: [
    {
      type: 'radiogroup',
      name,
      title: 'Are you happy to answer our questions?',
      description: 'It is up to you. If you say no, nothing changes for you.',
      isRequired: true,
      choices: [
        { value: 'yes', text: 'Yes, I am happy to answer' },
        { value: 'no', text: 'No, I do not want to' },
      ],
      proforma: { consent: true },
    },
  ],
})
