import type { ResponseId, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { digest } from '../survey/sha256.ts'
import type { Columns } from './columns.ts'
import { type Policy, thresholdOf } from './disclosure/policy.ts'
import type { Figure, Table } from './table.ts'

/** A form that was counted, and which of its revisions: a revision never changes. */
export type CountedForm = readonly [response: ResponseId, revision: RevisionId]

/** Tables as they stood when they were frozen. They never change: what is published quotes them. */
export interface FrozenTables {
  /** A UUID. */
  readonly id: string
  readonly survey: SurveyId
  /** ISO 8601, UTC. */
  readonly at: string
  readonly policy: Policy
  /** Which returns alone were counted, in words; null where all were. */
  readonly where: string | null
  /** What was chosen above the tables, as their address has it. */
  readonly choices: string
  /** {@link dataDigest} of `counted`. */
  readonly data: string
  readonly counted: readonly CountedForm[]
  readonly tables: readonly Table<Figure>[]
}

/** The forms that a filter chooses, in the order of their ids; all where it is null. */
export const countedForms = (
  { responses, revisions }: Pick<Columns, 'responses' | 'revisions'>,
  chosen: Uint8Array | null,
): readonly CountedForm[] =>
  responses
    .flatMap((response, place): readonly CountedForm[] => {
      const revision = revisions[place]
      return revision === undefined || (chosen !== null && chosen[place] !== 1) ? [] : [[response, revision]]
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

/** SHA-256, in hex, of which forms were counted as they stood. */
export const dataDigest = (counted: readonly CountedForm[]): string => digest(counted)

/** What became of a form since tables were frozen: it came later, was changed, or is no longer among those counted. */
export interface FormSince {
  readonly response: ResponseId
  readonly what: 'came' | 'changed' | 'gone'
}

/** What is different now from what was counted then. Nothing of it is mixed into what was frozen. */
export const changedSince = (then: readonly CountedForm[], now: readonly CountedForm[]): readonly FormSince[] => {
  const before = new Map(then)
  const after = new Map(now)
  return [
    ...now.flatMap(([response, revision]): readonly FormSince[] => {
      const was = before.get(response)
      if (was === revision) return []
      return [{ response, what: was === undefined ? 'came' : 'changed' }]
    }),
    ...then.flatMap(([response]): readonly FormSince[] => (after.has(response) ? [] : [{ response, what: 'gone' }])),
  ]
}

/** Frozen tables that count nearly the same forms: how many forms are the difference. */
export interface NearlySame {
  readonly frozen: FrozenTables
  readonly forms: number
}

/**
 * Which frozen tables tell, beside tables of `counted`, what a few answered: the forms that only one of the two counts
 * are fewer than the stricter of both policies shows. (Differencing: Government Statistical Service, "Disclosure control
 * for tables produced from administrative sources".)
 */
export const nearlySame = (
  earlier: readonly FrozenTables[],
  counted: readonly CountedForm[],
  policy: Policy,
): readonly NearlySame[] =>
  earlier.flatMap((frozen) => {
    const forms = changedSince(frozen.counted, counted).length
    const few = Math.max(thresholdOf(policy), thresholdOf(frozen.policy))
    return forms > 0 && forms < few ? [{ frozen, forms }] : []
  })
