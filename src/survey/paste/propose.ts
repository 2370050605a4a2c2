import { choiceLabel } from '../text.ts'
import { roleFromWords } from '../role-from-words.ts'
import { valueListOf } from '../value-lists.ts'
import { answersInLine, splitAnswers } from './answers-in-line.ts'
import { takeInstruction, takeWritingLine } from './instructions.ts'
import { openKind } from './open-kind.ts'
import type { Proposed } from './proposed.ts'
import { figureScale, isScale, scaleBetween } from './scales.ts'
import type { Stem } from './stems.ts'

/** What a question most likely is, by its words and by what stands under it. */
export const propose = (stem: Stem): Proposed => {
  const told = takeInstruction(stem.line.words)
  const written = takeWritingLine(told.words)
  const instruction = stem.instruction ?? told.instruction
  const under = stem.under.map(({ words }) => withoutWritingLine(words))
  const inLine = answersInLine(written.words)
  const shared = { lines: [stem.line.number, stem.last] as const, ...(stem.hint !== '' && { hint: stem.hint }) }
  const grid = gridOf(inLine.stem, inLine.answers, under)
  if (grid !== null) return { ...shared, kind: 'grid', ...grid, wording: tidy(grid.wording) }

  const figures = under.length === 0 ? figureScale(written.words) : null
  if (figures !== null)
    return {
      ...shared,
      kind: 'scale',
      wording: tidy(figures.words),
      choices: figures.choices,
      why: `Read as a scale because it runs from ${figures.choices[0] ?? ''} to ${figures.choices.at(-1) ?? ''}.`,
    }

  const choices = choicesOf(inLine.answers, under, inLine.stem)
  if (choices.list.length >= 2)
    return {
      ...shared,
      ...listKind(choices.list, instruction?.words ?? null, instruction?.tells === 'tick-all'),
      wording: tidy(choices.stem),
      choices: choices.list,
    }

  const open = openKind(written.words, stem.writingLines, written.line)
  if (open === null)
    return {
      ...shared,
      kind: 'one-choice',
      wording: tidy(written.words),
      choices: yesNo,
      why: 'Read as yes, no or not sure because it can be answered that way and no answers stand under it.',
    }
  // One line under an open question is a note to it, not its only answer.
  const hint = [shared.hint ?? '', ...under].filter((words) => words !== '').join(' ')
  return {
    lines: shared.lines,
    ...(hint !== '' && { hint }),
    kind: open.kind,
    wording: tidy(written.words),
    why: `Read as ${kindWords[open.kind]} because ${open.because}.`,
  }
}

const kindWords = { number: 'a number', date: 'a date', 'short-text': 'short text', 'long-text': 'long text' } as const

const labelsOf = (list: string): readonly string[] =>
  (valueListOf(list)?.choices ?? []).map((choice) => choiceLabel(choice))

const yesNo = labelsOf('yes-no-not-sure')

const withoutWritingLine = (words: string): string => {
  const kept = takeWritingLine(words).words.replace(/\s*[:–-]$/, '')
  return kept === '' ? words : kept
}

const tidy = (wording: string): string => wording.replace(/\s*[:*]+$/, '').trim()

interface FoundChoices {
  readonly stem: string
  readonly list: readonly string[]
}

const choicesOf = (inLine: readonly string[], under: readonly string[], stem: string): FoundChoices => {
  const [only = '', ...more] = under
  const answers =
    under.length === 0
      ? inLine
      : more.length > 0
        ? under
        : splitAnswers(only).length > 0
          ? splitAnswers(only)
          : (figureScale(only)?.choices ?? scaleBetween(only))
  if (answers.length > 0) return { stem, list: [...new Set(answers.map((answer) => answer.replace(/^\d\s*=\s*/, '')))] }
  const ends = /^(.*[?:])\s*(.+)$/.exec(stem)
  return ends === null
    ? { stem, list: [] }
    : { stem: scaleBetween(ends[2] ?? '').length > 0 ? (ends[1] ?? '') : stem, list: scaleBetween(ends[2] ?? '') }
}

const listKind = (choices: readonly string[], words: string | null, tickAll: boolean) => {
  if (tickAll) return { kind: 'tick-all', why: `Read as tick-all because it says “${words ?? ''}”.` } as const
  if (isScale(choices))
    return {
      kind: 'scale',
      why: `Read as a scale because its answers run from “${choices[0] ?? ''}” to “${choices.at(-1) ?? ''}”.`,
    } as const
  if (choices.length > 2 && choices.some((choice) => roleFromWords(choice) === 'none'))
    return { kind: 'tick-all', why: 'Read as tick-all because “none of these” is one of its answers.' } as const
  if (words !== null) return { kind: 'one-choice', why: `Read as one choice because it says “${words}”.` } as const
  return { kind: 'one-choice', why: `Read as one choice because ${choices.length} answers belong to it.` } as const
}

const askedOfEach: readonly (readonly [RegExp, string])[] = [
  [/\b(?:agree|disagree)\b/i, 'agreement'],
  [/\b(?:satisfied|satisfaction)\b/i, 'satisfaction'],
  [/\bimportant\b/i, 'importance'],
  [/\bhow often\b/i, 'frequency'],
]

/** Items that share their answers: on each item's line, behind the question, on a line of their own, or by its words. */
const gridOf = (stem: string, inLine: readonly string[], under: readonly string[]) => {
  if (under.length < 2) return null
  const found = (rows: readonly string[], columns: readonly string[], because: string) => ({
    wording: stem,
    rows: rows.map(tidy),
    columns,
    why: `Read as a grid because ${because}.`,
  })
  const each = under.map(answersInLine)
  const [first] = each
  if (
    first !== undefined &&
    first.answers.length > 0 &&
    each.every(({ answers }) => answers.join('/') === first.answers.join('/'))
  )
    return found(
      each.map((item) => item.stem),
      first.answers,
      `all ${under.length} lines under it have the same answers`,
    )
  if (inLine.length > 0) return found(under, inLine, `its answers stand behind it and ${under.length} lines under it`)
  const answerLine = under.findIndex((words) => splitAnswers(words).length > 2 || scaleBetween(words).length > 0)
  if (answerLine >= 0 && under.length > 2) {
    const words = under[answerLine] ?? ''
    const columns = splitAnswers(words).length > 2 ? splitAnswers(words) : scaleBetween(words)
    return found(
      under.filter((_, index) => index !== answerLine),
      columns,
      `one line holds the answers and ${under.length - 1} the items`,
    )
  }
  const list = askedOfEach.find(([words]) => words.test(stem))?.[1]
  const listsItems = /\b(?:following|these|each|statements?|with|are|is|do you)\b[^?]*[:?]?$/i.test(stem)
  if (list === undefined || !listsItems || isScale(under) || under.some((words) => isAnswer(words))) return null
  return found(under, labelsOf(list), 'the lines under it are things to answer about, not answers')
}

const isAnswer = (words: string): boolean =>
  roleFromWords(words) !== null ||
  /\b(?:agree|disagree|satisfied|dissatisfied|important|always|never|often|sometimes|rarely|daily|weekly|monthly|every|once|twice|yes|no)\b/i.test(
    words,
  )
