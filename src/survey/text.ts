import type { Choice, Text } from './definition.ts'

/** The wording in a language, or in the language it was written in where that one is missing. */
export const textIn = (text: Text | undefined, language = 'default'): string =>
  text === undefined ? '' : typeof text === 'string' ? text : text[language] || text.default

/** Whether there is a wording in that language itself. */
export const hasTextIn = (text: Text | undefined, language: string): boolean =>
  typeof text === 'object' && (text[language] ?? '') !== ''

/** SurveyJS lets a choice be a bare value that is its own wording; everything here reads the full form. */
export const asChoice = (choice: Choice | string | number): Choice =>
  typeof choice === 'object' ? choice : { value: choice }

/** How a choice reads: its wording, or its value where it has none. */
export const choiceLabel = (choice: Choice, language?: string): string =>
  choice.text === undefined ? String(choice.value) : textIn(choice.text, language)
