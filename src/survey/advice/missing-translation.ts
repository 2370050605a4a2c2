import { textIn } from '../text.ts'
import { type PlacedWording, placedWordings } from '../placed-wordings.ts'
import type { Check } from './finding.ts'

/** Wordings that are in one language of the survey and not in another: one finding for each question and language. */
export const missingTranslation: Check = (definition) => {
  const all = placedWordings(definition).filter(({ text }) => textIn(text).trim() !== '')
  const used = all.flatMap(({ text }) => (typeof text === 'string' ? [] : Object.keys(text)))
  const languages = new Set([...(definition.proforma.languages ?? []), ...used])
  return [...languages]
    .filter((language) => language !== 'default' && language !== definition.locale)
    .sort()
    .flatMap((language) => {
      const missing = Map.groupBy(
        all.filter(({ text }) => typeof text === 'string' || (text[language] ?? '').trim() === ''),
        ({ element }) => element,
      )
      return [...missing].map(([element, wordings]) => ({
        question: element,
        judged: `${language} ${wordings.map(({ text }) => textIn(text)).join('\n')}`,
        reason: `${counted(wordings)} not translated into ${languageName(language)}. People who read it see the original there.`,
        betterWay: 'Add the translation, or send the wording to a translator as a file.',
      }))
    })
}

const counted = ({ length, 0: first }: readonly PlacedWording[]): string =>
  length === 1 ? `${first?.place ?? 'A wording'} is` : `${length} wordings are`

const languageName = (code: string): string => {
  try {
    return new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
