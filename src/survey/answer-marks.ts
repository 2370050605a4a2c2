import { askables } from './askables.ts'
import type { Definition } from './definition.ts'
import { mapTexts } from './wordings.ts'
import { changeText } from './edit/set-text.ts'
import { bareText, plainText, textParts } from './text-parts.ts'

/**
 * A wording as a person edits it: an answer that is put in stands between typographic marks, `How old is ‹answer to
 * question 1›?`, and nobody sees or types braces. `numbers` is from {@link questionNumbers}.
 */
export const markedText = (text: string, numbers: ReadonlyMap<string, number>): string =>
  text.includes('{')
    ? textParts(text)
        .map((part) => {
          if ('text' in part) return bareText(part.text)
          const number = numbers.get(part.answerTo)
          return number === undefined ? `{${part.answerTo}}` : markOf(number)
        })
        .join('')
    : text

/** The wording that marked text stands for: the other way round of {@link markedText}. Typed braces stay braces. */
export const textOfMarked = (marked: string, numbers: ReadonlyMap<string, number>): string => {
  const names = new Map([...numbers].map(([name, number]) => [number, name]))
  let text = ''
  let from = 0
  for (const found of marked.matchAll(mark)) {
    const name = names.get(Number(found[1]))
    if (name === undefined) continue
    text += `${plainText(marked.slice(from, found.index))}{${name}}`
    from = found.index + found[0].length
  }
  return text + plainText(marked.slice(from))
}

const mark = /‹answer to question (\d{1,3})›/g

/** How the answer to a question is named inside a wording. */
export const markOf = (number: number): string => `‹answer to question ${number}›`

/** The mark that holds the character at a place in marked text; null where none does. */
export const markAt = (marked: string, at: number): { readonly from: number; readonly to: number } | null => {
  for (const found of marked.matchAll(mark)) {
    const to = found.index + found[0].length
    if (found.index <= at && at < to) return { from: found.index, to }
  }
  return null
}

/** The number that people know each question by, by what a wording calls it (`age`, `panel.age`): the first is 1. */
export const questionNumbers = (definition: Definition): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>()
  for (const { item, number, row } of askables(definition).values()) if (row === null) numbers.set(item, number)
  return numbers
}

/**
 * A survey whose wordings say "‹answer to question 1›" where an answer is put in: for whoever reads it and does not
 * answer it, on paper, in a list and beside a table. The very same survey where no wording puts one in.
 */
export const withMarks = (definition: Definition): Definition => {
  let numbers: ReadonlyMap<string, number> | null = null
  return mapTexts(definition, (text) =>
    changeText(text, (words) =>
      words.includes('{') ? markedText(words, (numbers ??= questionNumbers(definition))) : words,
    ),
  )
}
