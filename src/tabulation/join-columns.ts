import type { ResponseId } from '../response/revision.ts'
import { type Columns, versionsAnswered } from './columns.ts'
import type { EncodedSets } from './entry-columns.ts'

/** The forms, then the entries of each repeated group. */
export type Sets = Extract<EncodedSets, { ok: true }>['sets']

/**
 * Several encoded parts of the returns to one survey as one. Where parts hold the same response the later one counts. All
 * parts must be encoded with the same versions.
 *
 * @param without forms that are left out of all parts
 */
export const joinSets = (parts: readonly [Sets, ...Sets[]], without: ReadonlySet<ResponseId> = new Set()): Sets => {
  const [first] = parts
  const kept = keptPlaces(parts, without)
  const forms = joinColumns(
    parts.map(([columns]) => columns),
    kept,
  )
  return [
    forms,
    ...first.slice(1).map((columns, at) => {
      const levels = parts.map((part) => part[at + 1] ?? columns)
      const entries = joinColumns(
        levels,
        levels.map((level, part) => entriesKept(level, parts[part]?.[0] ?? forms, kept[part] ?? null)),
      )
      return columns.entries === undefined
        ? entries
        : { ...entries, entries: { ...columns.entries, forms: forms.responses.length } }
    }),
  ]
}

/** Places that follow each other: from, and up to but not with. */
type Run = readonly [from: number, to: number]

/** Of each part the places that count, as runs; null where all do. */
type Kept = readonly Run[] | null

/** So few are looked up one by one faster than all are looked at. */
const few = 16

const keptPlaces = (parts: readonly Sets[], without: ReadonlySet<ResponseId>): readonly Kept[] => {
  const dropped = new Set(without)
  return parts
    .toReversed()
    .map(([{ responses }], back): Kept => {
      const places = dropped.size <= few ? new Set([...dropped].map((one) => responses.indexOf(one))) : null
      const kept =
        places === null
          ? runsOf(responses.length, (place) => !dropped.has(responses[place] as ResponseId))
          : runsWithout(responses.length, places)
      // Before the first part there is none that it could take the place of.
      if (back < parts.length - 1) for (const response of responses) dropped.add(response)
      return kept
    })
    .toReversed()
}

/** All places but some; one that is not there, -1, is passed over. */
const runsWithout = (length: number, places: ReadonlySet<number>): Kept => {
  const out = [...places].filter((place) => place >= 0).toSorted((a, b) => a - b)
  if (out.length === 0) return null
  return [...out, length].flatMap((to, at): readonly Run[] => {
    const from = at === 0 ? 0 : (out[at - 1] as number) + 1
    return from < to ? [[from, to]] : []
  })
}

const runsOf = (length: number, isKept: (place: number) => boolean): Kept => {
  const runs: Run[] = []
  let from = -1
  for (let place = 0; place <= length; place += 1) {
    const kept = place < length && isKept(place)
    if (kept && from < 0) from = place
    if (kept || from < 0) continue
    runs.push([from, place])
    from = -1
  }
  const [run] = runs
  return run !== undefined && run[0] === 0 && run[1] === length ? null : runs
}

/** An entry counts where the form it stands in does. */
const entriesKept = (entries: Columns, forms: Columns, kept: Kept): Kept => {
  if (kept === null) return null
  const counted = new Set<string>(kept.flatMap(([from, to]) => forms.responses.slice(from, to)))
  return runsOf(entries.responses.length, (place) => {
    const entry = entries.responses[place] ?? ''
    return counted.has(entry.slice(0, entry.lastIndexOf('#')))
  })
}

const joinColumns = (parts: readonly Columns[], kept: readonly Kept[]): Columns => {
  const first = parts[0] as Columns
  const runs = parts.map(({ responses }, at): readonly Run[] => kept[at] ?? [[0, responses.length]])
  const length = runs.flat().reduce((sum, [from, to]) => sum + to - from, 0)
  const bytesInto = (column: (part: Columns) => Uint8Array | undefined): Uint8Array =>
    fill(new Uint8Array(length), parts.map(column), runs)
  const answered = fill(
    new Uint16Array(length),
    parts.map((part) => part.answered),
    runs,
  )
  const ids = <Id>(of: (part: Columns) => readonly Id[]): readonly Id[] =>
    ([] as readonly Id[]).concat(
      ...parts.flatMap((part, at) =>
        kept[at] === null ? [of(part)] : (runs[at] ?? []).map(([from, to]) => of(part).slice(from, to)),
      ),
    )
  return {
    ...first,
    responses: ids(({ responses }) => responses),
    revisions: ids(({ revisions }) => revisions),
    bytes: new Map([...first.bytes.keys()].map((id) => [id, bytesInto(({ bytes }) => bytes.get(id))])),
    numbers: new Map(
      [...first.numbers.keys()].map((id) => [
        id,
        fill(
          new Float64Array(length),
          parts.map(({ numbers }) => numbers.get(id)),
          runs,
        ),
      ]),
    ),
    unlistedTicks: new Map(
      [...first.unlistedTicks.keys()].map((id) => [id, bytesInto(({ unlistedTicks }) => unlistedTicks.get(id))]),
    ),
    answered,
    versions: versionsAnswered(first.codebook, answered),
  }
}

const fill = <Column extends Uint8Array | Uint16Array | Float64Array>(
  into: Column,
  columns: readonly (Column | undefined)[],
  runs: readonly (readonly Run[])[],
): Column => {
  let at = 0
  for (const [part, column] of columns.entries()) {
    if (column === undefined) throw new Error('A part lacks a column of the others')
    for (const [from, to] of runs[part] ?? []) {
      into.set(column.subarray(from, to), at)
      at += to - from
    }
  }
  return into
}
