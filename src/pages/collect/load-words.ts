import english from './messages/en.json'
import type { MessageFile } from './messages.ts'
import { type Words, wordsOf } from './words.ts'

/** A file that is put beside the others is found here by its name: `messages/so.json`. */
const files = import.meta.glob<MessageFile>(['./messages/*.json', '!./messages/en.json'], { import: 'default' })

/** The file of messages of a language, or the English one where there is none, or it is not on this device. */
export const loadMessages = async (code: string): Promise<MessageFile> => {
  const load = files[`./messages/${baseLanguage(code)}.json`]
  return (await load?.().catch(() => undefined)) ?? (english as MessageFile)
}

/** The words of the form in a language, or in English: see {@link loadMessages}. */
export const loadWords = async (code: string): Promise<Words> => wordsOf(await loadMessages(code))

/** The first of the browser's languages that there are words in: for a screen whose form, and so its language, is not known. */
export const languageHere = (wanted: readonly string[]): string =>
  wanted.find((code) => baseLanguage(code) === 'en' || `./messages/${baseLanguage(code)}.json` in files) ?? 'en'

/** `ur` of `ur-PK`. */
export const baseLanguage = (code: string): string => code.split('-')[0] ?? code
