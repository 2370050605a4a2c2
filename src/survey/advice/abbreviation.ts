import type { Definition } from '../definition.ts'
import { textIn } from '../text.ts'
import { placedWordings } from '../placed-wordings.ts'
import type { Check } from './finding.ts'

/** Known to readers of any age in the United Kingdom, or easier short than long. */
const known = new Set(
  'A AM BBC BSL CD CV DNA DVD EU FAQ GCSE GP HIV ID IT MP NHS OK PC PDF PE PIN PM QR RE SMS TV UK UN US USA VAT WC WIFI COVID USB MOT AD BC DIY PS AGE'.split(
    ' ',
  ),
)

const short = /(?<![\w.@/-])[A-Z](?:[A-Z&]|[a-z]?(?=[A-Z])){1,6}[A-Z]?(?:s\b|\b)(?![\w@])/g

/** Abbreviations in questions and answers that the survey does not write out anywhere. */
export const abbreviation: Check = (definition) => {
  const told = new Set<string>()
  return placedWordings(definition)
    .filter(({ part }) => part !== 'privacy' && part !== 'prompts')
    .flatMap(({ element, text }) => {
      const words = textIn(text)
      if (isShouted(words)) return []
      return (words.match(short) ?? [])
        .map((one) => one.replace(/s$/, ''))
        .filter((one) => !known.has(one) && !told.has(one) && !isExplained(one, definition))
        .map((one) => {
          told.add(one)
          return {
            question: element,
            judged: words,
            reason: `“${one}” is not written out anywhere. Some readers will not know it.`,
            betterWay: `Write the words in full the first time, with (${one}) behind them.`,
          }
        })
    })
}

/** A heading in capitals is no abbreviation. */
const isShouted = (words: string): boolean => {
  const letters = words.match(/\p{L}/gu) ?? []
  return letters.length > 5 && letters.filter((letter) => letter !== letter.toLowerCase()).length / letters.length > 0.7
}

/** Written out as `Full Name (FN)`, `FN (full name)` or `FN means …`, anywhere that respondents read. */
const isExplained = (one: string, definition: Definition): boolean => {
  const all = placedWordings(definition)
    .filter(({ part }) => part !== 'prompts')
    .map(({ text }) => textIn(text))
    .join('\n')
  const name = one.replaceAll('&', String.raw`\s?&\s?`)
  return new RegExp(
    String.raw`\w\s\(${name}s?\)|\b${name}s?\s\([^)]*\s|\b${name}s?,? (?:means|stands for|is short for|is a|is the)\b`,
  ).test(all)
}
