import { isBestFirst } from '../best-first.ts'
import type { Definition, Question, QuestionSettings } from '../definition.ts'
import { done, type Edited, gone, type Refused } from './edited.ts'
import { findQuestion, replaceElement } from './locate.ts'

/** One question changed. Gives the very same survey where the change leaves the question as it is. */
export const editQuestion = (
  definition: Definition,
  name: string,
  change: (question: Question) => Question | Refused,
  did: (question: Question) => string,
): Edited => {
  const question = findQuestion(definition, name)
  if (question === undefined) return gone()
  const changed = change(question)
  if ('ok' in changed) return changed
  const next = changed === question ? definition : replaceElement(definition, name, () => [changed])
  return done(next, did(changed), { at: name })
}

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined }

/**
 * An object with members set, and those given as `undefined` taken out: a definition holds no `undefined`. The very same
 * object where it had them so already.
 */
export const withMembers = <T extends object>(whole: T, members: Changes<T>): T => {
  const current = whole as { readonly [member: string]: unknown }
  if (Object.entries(members).every(([member, value]) => current[member] === value)) return whole
  const kept = Object.entries({ ...whole, ...members }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as T
}

/** A question with some of our own settings set, or taken out when `undefined`; no empty settings are left behind. */
export const withSettings = <Q extends Question>(question: Q, changes: Changes<QuestionSettings>): Q => {
  const settings = withMembers<QuestionSettings>(question.proforma ?? {}, changes)
  if (settings === question.proforma) return question
  const proforma = Object.keys(settings).length === 0 ? undefined : settings
  return withMembers<Question>(question, { proforma }) as Q
}

/** A scale that is drawn with faces has the glad one where its steps say that it is: at the first of a list that runs down. */
export const withFaces = (question: Question): Question =>
  question.type === 'rating' && question.proforma?.scale === 'smileys'
    ? withSettings(question, { gladFirst: isBestFirst(question.rateValues) ? true : undefined })
    : question
