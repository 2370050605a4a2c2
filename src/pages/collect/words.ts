import { createContext, use } from 'react'
import { clockTime } from '../frame/dates.ts'
import { type MessageFile, messageIn, type MessageKey, type MessageValues } from './messages.ts'
import english from './messages/en.json'

/** What the form itself says, beside the words of the survey, in one language. */
export interface Words {
  /** The language they are in, by code: the form's own, or `en` where there is no file of messages for that. */
  readonly language: string
  /** @example say('minutes', { n: 6 }) // 'About 6 minutes.' */
  readonly say: (key: MessageKey, values?: MessageValues) => string
  /** A calendar day: `2026-11-23` → `23 November 2026`. */
  readonly day: (iso: string) => string
  /** January to December, as they stand in a date. */
  readonly months: readonly string[]
  /** A moment as the clock on the wall here shows it: `14:32`. */
  readonly time: (moment: Date) => string
}

/** The words of one file of messages. What it does not have is said in English. */
export const wordsOf = (file: MessageFile): Words => {
  const say = (key: MessageKey, values?: MessageValues): string =>
    messageIn(file, key, values) ?? messageIn(english as MessageFile, key, values) ?? key
  const months = Array.from({ length: 12 }, (_, index) => say(`month${index + 1}` as MessageKey))
  return {
    language: file['@about'].code,
    say,
    // From the file, not from Intl: Chromium has no Welsh months and would write the American order instead.
    day: (iso) => {
      const [year = '', month, day] = iso.split('-')
      return say('date', { day: String(Number(day)), month: months[Number(month) - 1] ?? '', year })
    },
    months,
    time: clockTime,
  }
}

export const englishWords: Words = wordsOf(english as MessageFile)

export const WordsContext = createContext<Words>(englishWords)

/** @example const { say } = useWords(); say('back') */
export const useWords = (): Words => use(WordsContext)
