import type { ResponseId, RevisionId } from '../response/revision.ts'
import { digest } from '../survey/sha256.ts'
import { type Columns, versionsAnswered } from './columns.ts'
import type { Sets } from './join-columns.ts'
import type { KnownVersion } from './merge-versions.ts'

/** Encoded returns as they are kept in a chunk: without what the versions tell anyway, ids as lines of one text. */
export interface PackedColumns extends Pick<Columns, 'bytes' | 'numbers' | 'unlistedTicks' | 'answered'> {
  readonly responses: string
  readonly revisions: string
}

/** How many returns a chunk holds at most. */
export const chunkRows = 4096

/** Goes up when columns are encoded in another way: chunks of before are then built anew. */
const encoding = 1

/** Names the versions, and the way, that returns are encoded with: a chunk of another name is of no use. */
export const encodedWith = (versions: readonly KnownVersion[]): string =>
  digest([encoding, ...versions.map(({ id, number }) => [id, number])])

export const packSets = (sets: Sets): readonly PackedColumns[] =>
  sets.map(({ responses, revisions, bytes, numbers, unlistedTicks, answered }) => ({
    responses: packIds(responses),
    revisions: packIds(revisions),
    bytes,
    numbers,
    unlistedTicks,
    answered,
  }))

/** What was packed, as sets again. `empty`: the sets of no return, encoded with the same versions. */
export const unpackSets = (packed: readonly PackedColumns[], empty: Sets): Sets => {
  const [forms, ...entries] = empty
  const formCount = packed[0]?.answered.length ?? 0
  return [
    unpackColumns(packed[0], forms),
    ...entries.map((columns, at) => {
      const unpacked = unpackColumns(packed[at + 1], columns)
      return columns.entries === undefined
        ? unpacked
        : { ...unpacked, entries: { ...columns.entries, forms: formCount } }
    }),
  ]
}

const unpackColumns = (packed: PackedColumns | undefined, empty: Columns): Columns => {
  if (packed === undefined) throw new Error('A chunk lacks a level of its survey')
  const { bytes, numbers, unlistedTicks, answered } = packed
  return {
    codebook: empty.codebook,
    responses: unpackIds(packed.responses) as readonly ResponseId[],
    revisions: unpackIds(packed.revisions) as readonly RevisionId[],
    bytes,
    numbers,
    unlistedTicks,
    answered,
    versions: versionsAnswered(empty.codebook, answered),
  }
}

/** Ids as lines of one text: read back in a hundredth of the time of a list. */
export const packIds = (ids: readonly string[]): string => ids.join('\n')

export const unpackIds = (packed: string): readonly string[] => (packed === '' ? [] : packed.split('\n'))
