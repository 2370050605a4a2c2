import { type Columns, versionsAnswered } from './columns.ts'
import type { Sets } from './join-columns.ts'

/** Sets to which forms are added one by one. */
export interface Growing {
  readonly sets: Sets
  /** The same and some more, none of which is among them. What was there before is not touched, and as a rule not copied. */
  readonly append: (added: Sets) => Growing
}

/** Encoded forms that others are to be added to, encoded with the same versions. */
export const growing = (sets: Sets): Growing => grown(sets, false)

/** `hasRoom`: the columns lie at the start of longer buffers, behind which nothing is written yet. */
const grown = (sets: Sets, hasRoom: boolean): Growing => {
  let isRoomFree = hasRoom
  return {
    sets,
    append: (added) => {
      const isInPlace = isRoomFree && sets.every((columns, level) => fits(columns, added[level] as Columns))
      // Who appends to these once more must not write over what is there from now on.
      isRoomFree = false
      const [forms, ...entries] = sets.map((columns, level) => joined(columns, added[level] as Columns, isInPlace))
      const count = (forms as Columns).responses.length
      const counted = entries.map((columns): Columns =>
        columns.entries === undefined ? columns : { ...columns, entries: { ...columns.entries, forms: count } },
      )
      return grown([forms as Columns, ...counted], true)
    },
  }
}

const fits = (columns: Columns, added: Columns): boolean => {
  const { buffer, BYTES_PER_ELEMENT } = columns.answered
  return (columns.responses.length + added.responses.length) * BYTES_PER_ELEMENT <= buffer.byteLength
}

const joined = (columns: Columns, added: Columns, isInPlace: boolean): Columns => {
  const answered = append(columns.answered, added.answered, isInPlace)
  const appendEach = <Column extends Uint8Array | Float64Array>(
    before: ReadonlyMap<string, Column>,
    more: ReadonlyMap<string, Column>,
  ): ReadonlyMap<string, Column> =>
    new Map([...before].map(([id, column]) => [id, append(column, more.get(id), isInPlace)]))
  return {
    ...columns,
    responses: columns.responses.concat(added.responses),
    revisions: columns.revisions.concat(added.revisions),
    bytes: appendEach(columns.bytes, added.bytes),
    numbers: appendEach(columns.numbers, added.numbers),
    unlistedTicks: appendEach(columns.unlistedTicks, added.unlistedTicks),
    answered,
    versions: versionsAnswered(columns.codebook, answered),
  }
}

const append = <Column extends Uint8Array | Uint16Array | Float64Array>(
  column: Column,
  added: Column | undefined,
  isInPlace: boolean,
): Column => {
  if (added === undefined) throw new Error('A part lacks a column of the others')
  const length = column.length + added.length
  const make = column.constructor as new (given: ArrayBufferLike | number, at?: number, length?: number) => Column
  const all = isInPlace ? new make(column.buffer, 0, length) : new make(roomFor(length)).subarray(0, length)
  if (!isInPlace) all.set(column)
  all.set(added, column.length)
  return all as Column
}

/** A copy is made again after so many more. */
const roomFor = (length: number): number => length + Math.ceil(length / 8) + 1024
