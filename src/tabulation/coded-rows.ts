import { saidForTheme } from '../coding/said-for-theme.ts'
import { mentionsOf, type Slot, slotsOf } from '../coding/slots.ts'
import type { Coding, Theme } from '../coding/theme.ts'
import { isAnswer, mostCodes, reserved } from './bytes.ts'
import type { Columns } from './columns.ts'
import type { TableColumn } from './table.ts'

/** What every form says for one theme, as a column like any other. */
export interface CodedColumn {
  readonly theme: Theme
  /** Answer bytes are indexes into the table's columns. */
  readonly column: Uint8Array
  /** Forms whose slots say different things for this theme; the first answer counts. */
  readonly clashes: number
}

interface SlotColumns extends Slot {
  readonly wordBytes: Uint8Array
  readonly answerBytes: Uint8Array
}

/** The themes of a grid, each as a column over all responses, in the order the themes are given. */
export const codedColumns = (
  columns: Columns,
  grid: string,
  table: readonly TableColumn[],
  themes: readonly Theme[],
  codings: readonly Coding[],
): readonly CodedColumn[] => {
  const slots = slotsOf(columns.codebook, grid).map((slot) => withBytes(columns, slot, table))
  return themes.filter((theme) => theme.of === grid).map((theme) => codedColumn(columns, slots, theme, codings))
}

const codedColumn = (
  { responses }: Columns,
  slots: readonly SlotColumns[],
  theme: Theme,
  codings: readonly Coding[],
): CodedColumn => {
  const mentions = mentionsOf(codings, theme.id)
  const column = new Uint8Array(responses.length)
  let clashes = 0
  responses.forEach((response, place) => {
    const words = mentions.get(response)
    // A coding whose words were since taken out speaks for nothing any more.
    const mentioned = slots.filter(
      (slot) => words?.has(slot.words) && isAnswer(slot.wordBytes[place] ?? reserved.blank),
    )
    const bytes = mentioned.map((slot) => slot.answerBytes[place] ?? reserved.blank)
    const said = saidForTheme(bytes.map((byte) => (isAnswer(byte) ? byte : null)))
    column[place] = said.answer ?? bytes[0] ?? silence(slots, place)
    if (said.clash) clashes += 1
  })
  return { theme, column, clashes }
}

/** A form that does not mention a theme is non-response in its row, unless it was never asked for items of its own. */
const silence = (slots: readonly SlotColumns[], place: number): number => {
  const bytes = slots.map(({ wordBytes }) => wordBytes[place] ?? reserved.notInVersion)
  if (bytes.some((byte) => byte !== reserved.notAsked && byte !== reserved.notInVersion)) return reserved.blank
  return bytes.includes(reserved.notAsked) ? reserved.notAsked : reserved.notInVersion
}

const withBytes = (columns: Columns, slot: Slot, table: readonly TableColumn[]): SlotColumns => {
  const codes = columns.codebook.variables.find(({ id }) => id === slot.answer)?.codes ?? []
  const toTable = Uint8Array.from({ length: 256 }, (_, byte) => (byte < mostCodes ? reserved.unlisted : byte))
  codes.forEach(({ value }, byte) => {
    const index = table.findIndex(({ id }) => id === String(value))
    if (index >= 0) toTable[byte] = index
  })
  return {
    ...slot,
    wordBytes: bytesOf(columns, slot.words),
    answerBytes: bytesOf(columns, slot.answer).map((byte) => toTable[byte] ?? reserved.unlisted),
  }
}

const bytesOf = ({ bytes, responses }: Columns, variable: string): Uint8Array =>
  bytes.get(variable) ?? new Uint8Array(responses.length).fill(reserved.notInVersion)

/** How many open-ended answers of a grid stand in no theme yet. */
export const countUncoded = (columns: Columns, grid: string, themes: readonly Theme[], codings: readonly Coding[]) => {
  const ofGrid = new Set(themes.filter((theme) => theme.of === grid).map(({ id }) => id))
  const coded = new Set(
    codings
      .filter(({ theme }) => ofGrid.has(theme))
      .map(({ response, question }) => JSON.stringify([response, question])),
  )
  return slotsOf(columns.codebook, grid).reduce((sum, { words }) => {
    const column = bytesOf(columns, words)
    const open = columns.responses.filter(
      (response, place) => isAnswer(column[place] ?? reserved.blank) && !coded.has(JSON.stringify([response, words])),
    )
    return sum + open.length
  }, 0)
}
