/**
 * A piece of a wording: words, or the answer to an earlier question, put in where it is asked; `panel.child_name` is
 * that of the same entry of a repeated group.
 */
export type TextPart = { readonly text: string } | { readonly answerTo: string }

const piece = /\{((?:panel\.)?[A-Za-z][A-Za-z0-9_]{0,63})\}/g

/**
 * A wording taken apart, so that a builder shows a chip and not braces.
 *
 * @example textParts('How old is {child_name}?')
 * // [{ text: 'How old is ' }, { answerTo: 'child_name' }, { text: '?' }]
 */
export const textParts = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = []
  let from = 0
  for (const found of text.matchAll(piece)) {
    if (found.index > from) parts.push({ text: text.slice(from, found.index) })
    parts.push({ answerTo: found[1] ?? '' })
    from = found.index + found[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

/** A wording put together again from its pieces. */
export const textOfParts = (parts: readonly TextPart[]): string =>
  parts.map((part) => ('text' in part ? part.text : `{${part.answerTo}}`)).join('')

/** The questions whose answers a wording puts in. */
export const answersInText = (text: string): readonly string[] =>
  !text.includes('{') ? [] : textParts(text).flatMap((part) => ('answerTo' in part ? [part.answerTo] : []))

/** A wording with each answer put in exchanged: for the answer to another question, or for words. */
export const changeAnswersInText = (text: string, change: (name: string) => TextPart): string =>
  text.includes('{')
    ? textOfParts(textParts(text).map((part) => ('answerTo' in part ? change(part.answerTo) : part)))
    : text

/** Words in which no braces mean an answer: an unseen joiner (U+2060) keeps `{name}` apart. For what was typed. */
export const plainText = (words: string): string =>
  words.includes('{') ? words.replaceAll(/\{(?=(?:panel\.)?[A-Za-z][A-Za-z0-9_]{0,63}\})/g, `{${joiner}`) : words

const joiner = '\u2060'

/** Words as they were typed, to be shown: the other way round of {@link plainText}. */
export const bareText = (words: string): string => words.replaceAll(`{${joiner}`, '{')

/** A wording with three dots for each answer it puts in: for whoever reads of it, and does not answer it. */
export const withGaps = (text: string): string => bareText(changeAnswersInText(text, () => ({ text: '…' })))
