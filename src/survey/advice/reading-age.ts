import { textIn } from '../text.ts'
import { placedWordings } from '../placed-wordings.ts'
import type { Definition } from '../definition.ts'
import type { Check } from './finding.ts'
import { isForProfessionals } from './audience.ts'

/** Public bodies write for a reading age of 9 to 11; this is where a form for families becomes hard for many adults. */
const hardFrom = 13

/** Fewer words say nothing about a text. */
const leastWords = 60

/**
 * The age at which a reader of English follows a text: Flesch-Kincaid grade plus 5, a British child in year 1 of an
 * American school being 6. Source: J. P. Kincaid et al., Derivation of New Readability Formulas, 1975. It counts
 * syllables and words a sentence and knows nothing else: one sign among others.
 */
export const readingAge = (texts: readonly string[]): number => {
  const sentences = texts
    .flatMap((text) => text.split(/[.?!:]+(?:\s|$)|\n+/))
    .filter((sentence) => /\p{L}/u.test(sentence))
  const words = sentences.flatMap(wordsIn)
  if (sentences.length === 0 || words.length === 0) return 5
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}

/** The reading age of all that respondents read in a survey; null where there is too little to judge. */
export const readingAgeOf = (definition: Definition): number | null => {
  const texts = readTexts(definition)
  return texts.flatMap(wordsIn).length < leastWords ? null : Math.max(5, readingAge(texts))
}

const readTexts = (definition: Definition): readonly string[] =>
  placedWordings(definition)
    .filter(({ part }) => part !== 'prompts')
    .map(({ text }) => textIn(text))

const wordsIn = (text: string): readonly string[] => text.match(/\p{L}[\p{L}'’-]*/gu) ?? []

/** Groups of vowels, without a silent e at the end: right for about nine English words of ten. */
const syllablesIn = (word: string): number => {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  const groups = letters.replace(/(?:[^laeiouy]e[sd]?|[^laeiouytd]ed)$/, '').match(/[aeiouy]+/g)?.length ?? 0
  return Math.max(1, groups)
}

export const hardToRead: Check = (definition) => {
  const age = readingAgeOf(definition)
  if (age === null || age < hardFrom || isForProfessionals(definition)) return []
  const long = [
    ...new Set(
      readTexts(definition)
        .flatMap(wordsIn)
        .map((word) => word.toLowerCase()),
    ),
  ]
    .filter((word) => syllablesIn(word) > 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, 5)
  return [
    {
      question: null,
      judged: readTexts(definition).join('\n'),
      reason: `Readers need a reading age of about ${Math.round(age)}. Many adults read at 9 to 11. This is a rough sign: it counts long words and long sentences.`,
      betterWay:
        long.length === 0
          ? 'Use shorter sentences.'
          : `Use shorter sentences, and shorter words for ${long.map((word) => `“${word}”`).join(', ')}.`,
    },
  ]
}
