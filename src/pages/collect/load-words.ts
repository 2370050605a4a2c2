import type { MessageFile } from './messages.ts'
import { englishWords, type Words, wordsOf } from './words.ts'

/** A file that is put beside the others is found here by its name: `messages/so.json`. */
const files = import.meta.glob<MessageFile>(['./messages/*.json', '!./messages/en.json'], { import: 'default' })

/** The words of the form in a language, or in English where there is no file for it, or it is not on this device. */
export const loadWords = async (code: string): Promise<Words> => {
  const load = files[`./messages/${baseLanguage(code)}.json`]
  const file = await load?.().catch(() => undefined)
  return file === undefined ? englishWords : wordsOf(file)
}

/** `ur` of `ur-PK`. */
export const baseLanguage = (code: string): string => code.split('-')[0] ?? code
