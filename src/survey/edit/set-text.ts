import type { Text } from '../definition.ts'
import { limits } from '../limits.ts'
import { refused, type Refused } from './edited.ts'

/** The language that a survey was written in. */
export const original = 'default'

/**
 * A wording with its words in one language set. Empty words take a translation out; without translations it is a plain
 * string again. The same wording where nothing changes. An original that is missing becomes empty words.
 */
export const setText = (text: Text | undefined, language: string, words: string): Text => {
  const all: { readonly [language: string]: string } = typeof text === 'object' ? text : { default: text ?? '' }
  const clean = words.toWellFormed()
  if ((all[language] ?? '') === clean && text !== undefined) return text
  const set = { ...all, default: all[original] ?? '', [language]: clean }
  return simplest(Object.entries(set).filter(([key, value]) => key === original || value !== ''))
}

const simplest = (entries: readonly (readonly [string, string])[]): Text => {
  const { default: first = '', ...rest } = Object.fromEntries(entries)
  return Object.keys(rest).length === 0 ? first : { default: first, ...rest }
}

/** A wording without one of its languages. */
export const withoutLanguage = (text: Text, language: string): Text =>
  typeof text === 'string' || text[language] === undefined || language === original ? text : setText(text, language, '')

/** A wording with its words changed in every language; the same wording where nothing changes. */
export const changeText = (text: Text, change: (words: string) => string): Text => {
  if (typeof text === 'string') return change(text)
  const entries = Object.entries(text).map(([language, words]) => [language, change(words)] as const)
  return entries.every(([language, words]) => text[language] === words) ? text : simplest(entries)
}

/** Why words can't be taken, if they can't. */
export const tooLong = (words: string): Refused | null =>
  words.length > limits.textLength ? refused(`This is over ${limits.textLength} letters. Make it shorter.`) : null
