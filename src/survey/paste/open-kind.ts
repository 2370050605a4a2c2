import type { ProposedOpen } from './proposed.ts'

const number =
  /^(?:(?:about |roughly |in total,? )?how (?:many|old|much (?:money|time))\b|(?:what is |what's )?your age\b|what age\b|age\b|number of\b|total number\b|in what year\b|(?:what )?percentage\b|what (?:is the )?number of\b|for how (?:many|long)\b.*\b(?:years|months|weeks|days|hours)\b|for how many\b)/i
const date =
  /^(?:date\b|when (?:did|was|were|is|are|will)\b|(?:on )?(?:what|which) (?:date|day)\b|what (?:is|was) (?:the|your) (?:date|birthday)\b)|\bdate of birth\b|\bdd\s?\/\s?mm/i
const long =
  /^(?:(?:please )?(?:describe|explain|tell us|comment|give (?:an example|details|examples|reasons|your reasons))|why\b|how (?:could|can|might|would|did|do|does|has|have|should)\b|in what ways?\b|what (?:else|could|would|should|do you think|are your (?:views|thoughts))\b|(?:is|are) there (?:anything|any other)|(?:do|would) you (?:have|like to (?:add|make)) any\b|any(?:thing)? (?:other|else|further)|(?:further |other )?comments|can you (?:describe|give|tell|explain))|\bin your own words\b|\bwhy (?:not|or why not)?\?$/i
const yesOrNo =
  /^(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|may)\s+(?:you|your|it|there|this|that|the|they|we|anyone|any|someone|he|she|\p{L}+)\b/iu

/** What an open question is answered with, and the reason; null when it is answered by yes or no. */
export const openKind = (
  words: string,
  writingLines: number,
  line: string,
): { readonly kind: ProposedOpen['kind']; readonly because: string } | null => {
  const unit = /[£$€%]|^_+\s*(?:years?|months?|weeks?|days?|hours?|minutes?|pounds?|people|children)$/i
  if (date.test(words) || /_{1,4}\s*\/\s*_/.test(line)) return { kind: 'date', because: 'it asks for a date' }
  if (number.test(words) || (line !== '' && unit.test(line))) return { kind: 'number', because: 'it asks for a number' }
  if (writingLines > 1) return { kind: 'long-text', because: `there are ${writingLines} lines to write on` }
  if (long.test(words)) return { kind: 'long-text', because: 'it asks for an answer in people’s own words' }
  if (yesOrNo.test(words) && line === '' && writingLines === 0 && words.endsWith('?') && !/\bor\b/i.test(words))
    return null
  return { kind: 'short-text', because: 'no answers stand under it' }
}
