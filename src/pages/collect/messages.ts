import type english from './messages/en.json'

/** Who made a file of messages, and for which language. */
export interface AboutMessages {
  /** The language in its own words. */
  readonly name: string
  /** `cy`: what `lang` says. */
  readonly code: string
  readonly direction: 'ltr' | 'rtl'
  /** Made by a machine, and read by nobody who speaks the language; or by a person. */
  readonly madeBy: 'machine' | 'person'
  /** The day it was last gone through: `2026-11-23`. */
  readonly date: string
}

/**
 * One file of `messages/`: what the form itself says, by key. A message may have `{places}` for values, and one that
 * counts has a form for each plural category of its language: `minutes.one`, `minutes.other`.
 */
export interface MessageFile {
  readonly '@about': AboutMessages
  readonly [key: string]: string | AboutMessages
}

/** The English file says which messages there are. */
export type MessageKey = WithoutForm<Exclude<keyof typeof english, '@about'>>

type WithoutForm<Key extends string> = Key extends `${infer Message}.${Intl.LDMLPluralRule}` ? Message : Key

/** What stands in the places of a message. `n` decides which plural form it has. */
export type MessageValues = { readonly [place: string]: string | number }

/** The message with its values put in; null where the file does not have it. */
export const messageIn = (file: MessageFile, key: string, values: MessageValues = {}): string | null => {
  const message = formOf(file, key, values['n'])
  return message === null
    ? null
    : message.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined
        return value === undefined ? place : typeof value === 'number' ? inFigures(value, file['@about'].code) : value
      })
}

const formOf = (file: MessageFile, key: string, n: string | number | undefined): string | null => {
  const counted =
    typeof n === 'number' ? textOf(file, `${key}.${new Intl.PluralRules(file['@about'].code).select(n)}`) : null
  return counted ?? textOf(file, key) ?? textOf(file, `${key}.other`)
}

const textOf = (file: MessageFile, key: string): string | null => {
  const text = Object.hasOwn(file, key) ? file[key] : undefined
  return typeof text === 'string' ? text : null
}

/** Figures are 0 to 9 in every language, as councils print them in Urdu and Arabic too. */
const inFigures = (value: number, code: string): string =>
  new Intl.NumberFormat(`${code}-u-nu-latn`, { useGrouping: false }).format(value)
