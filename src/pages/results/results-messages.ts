import type { KeptFrozen } from '../../device/frozen.ts'
import type { FormSince } from '../../tabulation/frozen.ts'
import type { Choosable } from './choosable.ts'
import type { Loaded, ResultsOf } from './load-returns.ts'
import type { MadeTables } from './make-tables.ts'

/** What the page asks of the worker that counts. Choices are written as an address has them. */
export type Ask =
  | { readonly kind: 'open'; readonly database: string; readonly of: ResultsOf }
  | { readonly kind: 'show'; readonly choices: string }
  | { readonly kind: 'freeze'; readonly choices: string; readonly id: string; readonly at: Date }

/** What the worker tells. What is `shown` is told again whenever returns come or go. */
export type Told =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'shown'; readonly shown: ShownResults }
  | { readonly kind: 'frozen'; readonly kept: KeptFrozen }

/** The results of a survey as a page shows them: no return is among it. */
export interface ShownResults extends Pick<Loaded, 'title' | 'units' | 'lastReturn' | 'untabled'> {
  /** How many returns there are, whichever are shown. */
  readonly returned: number
  /** How many were asked, by the survey's ledger; null where it has none. */
  readonly population: number | null
  readonly toSortBy: readonly Choosable[]
  readonly toChooseBy: readonly Choosable[]
  readonly made: MadeTables
  /** Frozen tables of which what is shown differs by so few forms that it would tell what they say. */
  readonly alike: readonly { readonly id: string; readonly at: string; readonly forms: number }[]
  readonly frozen: readonly FrozenSince[]
}

/** Frozen tables in a list, with what became of returns since. */
export interface FrozenSince {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly where: string | null
  readonly counted: number
  readonly since: Since
}

export interface Since {
  readonly counts: { readonly [W in FormSince['what']]: number }
  /** The first of them. */
  readonly named: readonly FormSince[]
}
