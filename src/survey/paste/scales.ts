import { roleFromWords } from '../role-from-words.ts'
import { valueLists } from '../value-lists.ts'
import { choiceLabel } from '../text.ts'

/** The ends of the scales that people write, one way round; the other way is understood as well. */
const ends: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:strongly |completely |totally )?agree(?: strongly)?$/,
    /^(?:strongly |completely |totally )?disagree(?: strongly)?$/,
  ],
  [
    /^(?:very|extremely|completely) \p{L}+$/u,
    /^(?:very|extremely|completely|not at all|not|not very) (?:\p{L}+)(?: at all)?$/u,
  ],
  [/^(?:excellent|outstanding|very good|good)$/, /^(?:(?:very )?(?:poor|bad)|terrible)$/],
  [/^(?:always|all (?:of )?the time|every ?day|daily|very often|often)$/, /^(?:never|not at all|rarely)$/],
  [
    /^(?:a lot|a great deal|very much|to a great extent|completely|fully|extremely|definitely)(?: \p{L}+)?$/u,
    /^(?:not at all|none(?: at all)?|very little|nothing|definitely not|not)(?: \p{L}+)?$/u,
  ],
  [/^much (?:better|more|easier|higher)$/, /^much (?:worse|less|harder|lower)$/],
]

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^\d+\s*[=:.–-]?\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const areEnds = (first: string, last: string): boolean =>
  first !== last &&
  ends.some(([top, bottom]) => (top.test(first) && bottom.test(last)) || (top.test(last) && bottom.test(first)))

/** Whether answers are the points of a scale, in order: `Excellent, Good, Fair, Poor`, or figures that count up. */
export const isScale = (answers: readonly string[]): boolean => {
  if (answers.length < 3 || answers.length > 11 || answers.some((answer) => roleFromWords(answer) !== null))
    return false
  const figures = answers.map((answer) => Number(/^\d+/.exec(answer)?.[0] ?? 'none'))
  if (figures.every((figure, index) => figure === (figures[0] ?? 0) + index) && (figures[0] ?? 2) <= 1) return true
  return areEnds(plain(answers[0] ?? ''), plain(answers.at(-1) ?? ''))
}

/** `Strongly agree … Strongly disagree`: the whole list that has these ends; empty where none is known. */
export const scaleBetween = (text: string): readonly string[] => {
  const [first, last, ...more] = text
    .split(/\s*(?:\.{2,}|…|[–—→]|\s-{1,2}>?\s|\bto\b)\s*/)
    .map((end) => end.trim().replace(/[.]$/, ''))
  if (first === undefined || last === undefined || more.length > 0) return []
  for (const list of valueLists) {
    const labels = list.choices.filter(({ role }) => role === undefined).map((choice) => choiceLabel(choice))
    const [top, bottom] = [plain(labels[0] ?? ''), plain(labels.at(-1) ?? '')]
    if (list.choices.length !== labels.length) continue
    if (top === plain(first) && bottom === plain(last)) return labels
    if (top === plain(last) && bottom === plain(first)) return labels.toReversed()
  }
  return []
}

/** A scale of figures in a question, with what its ends mean. */
export interface FigureScale {
  readonly words: string
  readonly choices: readonly string[]
}

const between = /(?:on a )?scale (?:of|from)\s+(\d)\s*(?:to|-|–)\s*(\d{1,2})/i
const bracketed = /[([]\s*(\d)\s*(?:to|-|–)\s*(\d{1,2})\s*[)\]]/
/** `(1 = very dissatisfied, 5 = very satisfied)`: only the ends, with what they mean. */
const defined = /[([]\s*([01])\s*=\s*[^)\]]+?\b(\d{1,2})\s*=\s*[^)\]=]+[)\]]/
const inRow = /^(.*?[?:])?\s*([^\d?:]*?)\s*\b((?:[01]\s+)?1\s+2\s+3(?:\s+\d{1,2})*)\b\s*([^\d?]*)$/

const meaning = (text: string, figure: number): string =>
  (
    new RegExp(`\\b${figure}\\s*(?:=|is|being|means|-|–|:)\\s*([^,;()]+?)(?=\\s*(?:[,;()]|\\band\\b|$))`, 'i').exec(
      text,
    )?.[1] ??
    new RegExp(`\\b${figure}\\s*\\(([^)]+)\\)`).exec(text)?.[1] ??
    ''
  )
    .trim()
    .replace(/[.?]$/, '')

/** `On a scale of 1 to 5, where 1 = poor and 5 = good, …` or `Poor 1 2 3 4 5 Good`; null where there is none. */
export const figureScale = (text: string): FigureScale | null => {
  const row = inRow.exec(text)
  const asked = between.exec(text) ?? bracketed.exec(text) ?? defined.exec(text)
  const figures = row?.[3]?.split(/\s+/).map(Number) ?? null
  const [from, to] =
    figures === null ? [Number(asked?.[1] ?? 0), Number(asked?.[2] ?? 0)] : [figures[0] ?? 0, figures.at(-1) ?? 0]
  if (from > 1 || to < from + 2 || to > 10) return null
  const [first, last] = row === null ? [meaning(text, from), meaning(text, to)] : [row[2] ?? '', row[4] ?? '']
  const choices = Array.from({ length: to - from + 1 }, (_, index) => {
    const words = index === 0 ? first : index === to - from ? last : ''
    return words === '' ? String(from + index) : `${from + index} – ${words.trim()}`
  })
  return {
    words: (row?.[1] ?? text)
      .replace(bracketed, '')
      .replace(defined, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\s+([?.,])/g, '$1')
      .trim(),
    choices,
  }
}
