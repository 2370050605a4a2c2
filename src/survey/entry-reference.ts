/**
 * How rules and wordings inside a repeated group speak of a question of the same entry: `panel.age`, as SurveyJS does.
 * No question is called `panel`, so nothing else reads like it.
 */
const before = 'panel.'

export const entryReference = (question: string): string => `${before}${question}`

export const isEntryReference = (reference: string): boolean => reference.startsWith(before)

/** What is spoken of without the entry: `age` for `panel.age`, and anything else as it is. */
export const withoutEntry = (reference: string): string =>
  isEntryReference(reference) ? reference.slice(before.length) : reference
