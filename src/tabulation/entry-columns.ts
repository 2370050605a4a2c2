import { currentReturns, type Returned } from '../response/current.ts'
import { entriesOf, entryItem } from '../response/entries.ts'
import type { ResponseId, RevisionId } from '../response/revision.ts'
import { statusOf, type Statuses } from '../response/status.ts'
import { textIn } from '../survey/text.ts'
import { eachOf, entryDefinition } from '../survey/entry-definition.ts'
import { itemId } from '../survey/ids.ts'
import { groupsOf } from '../survey/inner-elements.ts'
import { type Columns, type Encoded, encodeColumns } from './columns.ts'
import type { KnownVersion } from './merge-versions.ts'

export type EncodedSets =
  | {
      readonly ok: true
      /** The forms first, then the entries of each repeated group, in the order of the survey. */
      readonly sets: readonly [Columns, ...Columns[]]
    }
  | { readonly ok: false; readonly reason: string }

/** Encodes the forms, and the entries of each repeated group as rows of their own. Refused as `encodeColumns` is. */
export const encodeSets = (versions: readonly KnownVersion[], returns: readonly Returned[]): EncodedSets => {
  const forms = encodeColumns(versions, returns)
  if (!forms.ok) return forms
  const sets: [Columns, ...Columns[]] = [forms.columns]
  for (const { id } of forms.columns.codebook.levels) {
    const entries = encodeEntries(versions, returns, id)
    if (!entries.ok) return entries
    sets.push(entries.columns)
  }
  return { ok: true, sets }
}

/** The entries of a repeated group, each as if it were a form with the questions of the group. */
export interface EntryLevel {
  /** What an entry is called: "Child". */
  readonly each: string
  readonly versions: readonly KnownVersion[]
  /** `response` is that of the form with the number of the entry: `…#2`. */
  readonly entries: readonly Returned[]
}

/** Null where no version has the group. */
export const entryLevel = (
  versions: readonly KnownVersion[],
  current: readonly Returned[],
  group: string,
): EntryLevel | null => {
  const asking = versions.flatMap((version) => {
    const asked = groupsOf(version.definition).find(({ name }) => name === group)
    return asked === undefined ? [] : [{ version, asked }]
  })
  const newest = asking.at(-1)
  if (newest === undefined) return null
  const inVersion = new Map(
    asking.map(({ version, asked }) => [version.id, asked.templateElements.map(({ name }) => name)]),
  )
  return {
    each: textIn(eachOf(newest.asked)),
    versions: asking.map(({ version, asked }) => ({
      ...version,
      definition: entryDefinition(version.definition, asked),
    })),
    entries: current.flatMap((returned) => asEntries(returned, group, inVersion.get(returned.version) ?? [])),
  }
}

/** The same rules hold as for forms, and the base says how many entries there are in how many returned forms. */
const encodeEntries = (versions: readonly KnownVersion[], returns: readonly Returned[], group: string): Encoded => {
  const current = currentReturns(returns)
  const level = entryLevel(versions, current, group)
  if (level === null) return { ok: false, reason: `This survey has no repeated group “${group}”.` }
  const encoded = encodeColumns(level.versions, level.entries)
  if (!encoded.ok) return encoded
  return { ok: true, columns: { ...encoded.columns, entries: { each: level.each, forms: current.length } } }
}

const asEntries = (
  { response, version, answers, statuses }: Returned,
  group: string,
  questions: readonly string[],
): readonly Returned[] =>
  entriesOf(Object.hasOwn(answers, group) ? answers[group] : undefined).map((entry, index) => ({
    id: `${response}#${index + 1}` as RevisionId,
    response: `${response}#${index + 1}` as ResponseId,
    replaces: null,
    version,
    answers: entry,
    statuses: statusesOfEntry(statuses, group, index + 1, questions),
  }))

const statusesOfEntry = (statuses: Statuses, group: string, entry: number, questions: readonly string[]): Statuses =>
  Object.fromEntries(
    questions.map((question) => [itemId(question), statusOf(statuses, entryItem(group, entry, question))]),
  )
