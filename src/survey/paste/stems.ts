import { answersInLine } from './answers-in-line.ts'
import { instructionLine, isWritingLine, type Instruction } from './instructions.ts'
import type { PastedLine } from './lines.ts'
import type { PassedOver } from './proposed.ts'

/** A question as it stood: its own line, and the lines under it that belong to it. */
export interface Stem {
  readonly line: PastedLine
  readonly under: readonly PastedLine[]
  readonly hint: string
  readonly instruction: Instruction | null
  readonly writingLines: number
  readonly last: number
}

export interface Stems {
  readonly stems: readonly Stem[]
  readonly passedOver: readonly PassedOver[]
}

const asksInWords =
  /^(?:please )?(?:describe|explain|tell us|list|give|state|say|comment on|name of|date of|rate|write|enter|indicate|thinking about|any (?:other|further) comments|further comments|comments)\b/i

/** What a form asks by a bare label, with or without a colon: `Your name:`, `Job title`. */
const label =
  /^(?:your )?(?:(?:full|first|last) )?(?:name|names|role|job title|position|team|organisation|(?:local )?authority|e-?mail(?: address)?|(?:tele)?phone(?: number)?|address|post ?code|age)\s*:?$/i

const asks = (words: string): boolean =>
  /\?[)”"’']?\s*(?:\*)?$/.test(words) ||
  /\?\s*\S/.test(words) ||
  asksInWords.test(words) ||
  label.test(words) ||
  answersInLine(words).answers.length > 0

const isOther = (words: string): boolean => /^others?\b|^something else\b/i.test(words)

/** Puts each line where it belongs: a question, under the question before it, or nowhere. */
export const findStems = (lines: readonly PastedLine[]): Stems => {
  const stems: Stem[] = []
  const passedOver: PassedOver[] = []
  const noneAsks = !lines.some(({ words }) => asks(words) || words.endsWith(':'))
  const plainList =
    noneAsks && new Set(lines.filter(({ words }) => words !== '').map(({ marker }) => marker)).size === 1
  let blank = false

  for (const [index, line] of lines.entries()) {
    if (line.words === '') {
      blank = true
      continue
    }
    const stem = stems.at(-1) ?? null
    const lineSpan = [line.number, line.last] as const
    const instruction = instructionLine(line.words)
    const passOver = (reason: string): unknown => passedOver.push({ words: line.words, reason, lines: lineSpan })
    const change = (changed: Partial<Stem>): void => {
      if (stem !== null) stems[stems.length - 1] = { ...stem, ...changed, last: line.last }
    }

    if (isWritingLine(line.words) && stem === null)
      passOver('It is a line to write on, and no question stands before it.')
    else if (isWritingLine(line.words)) change({ writingLines: (stem?.writingLines ?? 0) + 1 })
    else if (instruction !== null) {
      if (stem === null) passOver('It says how to answer. The form does that by itself.')
      else change({ instruction })
    } else if (plainList && line.indent <= (lines.find(({ words }) => words !== '')?.indent ?? 0) + 1)
      stems.push(start(line))
    else if (stem !== null && belongsUnder(line, stem, blank)) change({ under: [...stem.under, line] })
    else if (stem !== null && isHint(line, stem, blank))
      change({ hint: stem.hint === '' ? line.words : `${stem.hint} ${line.words}` })
    else if (startsQuestion(line, lines.slice(index + 1))) stems.push(start(line))
    else passOver('It reads as a heading or a note: nothing is asked in it.')
    // What comes after a note is not part of the question before it.
    blank = passedOver.at(-1)?.lines[1] === line.last
  }
  return { stems, passedOver }
}

const start = (line: PastedLine): Stem => ({
  line,
  under: [],
  hint: '',
  instruction: null,
  writingLines: 0,
  last: line.last,
})

const startsQuestion = (line: PastedLine, after: readonly PastedLine[]): boolean => {
  if (asks(line.words)) return true
  // "Section 2" or "3. About you" over numbered questions is a heading, not a question.
  const next = after.find(({ words }) => words !== '')
  const over = next !== undefined && next.number === line.last + 1
  if (line.marker === 'none') {
    const holds =
      next !== undefined && over && (next.marker !== 'none' || next.indent > line.indent) && !asks(next.words)
    return (
      (line.words.endsWith(':') && holds) || (holds && next.marker !== 'number' && next.marker !== 'question-number')
    )
  }
  return true
}

const isHint = (line: PastedLine, stem: Stem, blank: boolean): boolean =>
  !blank &&
  stem.under.length === 0 &&
  line.marker === 'none' &&
  !asks(line.words) &&
  line.words.endsWith('.') &&
  line.words.includes(' ')

/** What makes a line an answer, or an item, of the question above it. */
const belongsUnder = (line: PastedLine, stem: Stem, blank: boolean): boolean => {
  const first = stem.under[0]
  const deeper = line.indent > stem.line.indent + 1
  const sameList = line.marker !== 'none' && line.marker === stem.line.marker && !deeper
  if (line.marker === 'question-number' || sameList) return false
  if (line.marker === 'square-box' || line.marker === 'round-box') return true
  if (asks(line.words) && !isOther(line.words)) return !blank && isItemWithAnswers(line, stem)
  switch (line.marker) {
    case 'number': {
      const goesOnWithList =
        first !== undefined && first.marker === 'number' && Math.abs(first.indent - line.indent) < 2
      return deeper || goesOnWithList || (first === undefined && !blank && isOpenStem(stem))
    }
    case 'letter':
    case 'bullet':
      return true
    case 'none':
      if (deeper) return !(first === undefined && isHint(line, stem, blank))
      if (blank || line.words.length > 60 || /[.:]$/.test(line.words)) return false
      return first === undefined || first.marker === 'none'
    default:
      return line.marker satisfies never
  }
}

/** `Analysing data Yes / No` under `Where do you need support?`: it asks nothing by itself. */
const isItemWithAnswers = ({ words }: PastedLine, stem: Stem): boolean =>
  !words.includes('?') &&
  !asksInWords.test(words) &&
  !label.test(words) &&
  answersInLine(stem.line.words).answers.length === 0 &&
  /[?:]$/.test(stem.line.words) &&
  stem.under.every((item) => answersInLine(item.words).answers.length > 0)

const isOpenStem = ({ line }: Stem): boolean =>
  /[?:]\s*$/.test(line.words) || answersInLine(line.words).answers.length > 0
