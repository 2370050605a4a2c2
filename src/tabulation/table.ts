import type { Summary } from './statistics/summary.ts'

/** A count, or `c` where it is hidden to protect people: the `[c]` of the government's guidance on symbols in tables. */
export type Figure = number | 'c'

/**
 * A finished table: what a page, an export and the command line all show. Counts only; every row sums to its base. As
 * counted it holds numbers; what is published may have some of them hidden.
 */
export interface Table<F extends Figure = number> {
  /** The question that the rows answer, in its own words. */
  readonly title: string
  readonly survey: string
  /** The versions that were counted, by number where it is known: "version 1". */
  readonly versions: readonly string[]
  readonly base: Base
  /** What the rows are sorted by, in a table by groups. */
  readonly by?: string
  /** Which returns alone are counted, in words. */
  readonly where?: string
  /** What the answers are, in the order of the survey. */
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow<F>[]
  /** What the numbers of a row come to, where it is answered with numbers, dates or steps of a scale. */
  readonly summaries?: readonly RowSummary[]
  /** Shares by weights, beside the unweighted counts. */
  readonly weighted?: Weighted
  /** What tests of differences say, each a sentence with its method. */
  readonly tests?: readonly string[]
  /** How it is shown; counts alone over all that returned where nothing is said. */
  readonly shows?: Shows
  /** What a reader must know, each a sentence. */
  readonly notes: readonly string[]
}

/** What stands beside the counts. The counts are the same whatever is shown of them. */
export interface Shows {
  /** Shares of the base beside the counts, in whole per cent. */
  readonly percent: boolean
  /** What is 100 %: everyone who returned, those the item was put to, or those who answered it. */
  readonly base: 'all returned' | 'all asked' | 'valid answers'
  /** Whether left blank, refused and don't know each have a column, rather than one, Non-response, together. */
  readonly apart: boolean
}

/** What rows come to where not every form counts the same. */
export interface Weighted {
  readonly rows: readonly WeightedRow[]
}

/** The row is named as the row is. Sums of weights by the ids of `figures.ts`; null where they would tell of a few. */
export interface WeightedRow {
  readonly item: string
  readonly within?: string
  readonly figures: { readonly [id: string]: number } | null
}

/** The row is named as the row is. Dates are days since 1 January 1970. */
export interface RowSummary extends Summary {
  readonly item: string
  readonly within?: string
  readonly of: 'numbers' | 'days' | 'steps'
}

/** Who is counted. */
export interface Base {
  /** Forms, or the entries of a repeated group in them: "34 entries (Child) in 21 returned forms". */
  readonly name: 'all returned' | 'entries'
  readonly count: number
  /** How many were asked, where that is known: the response rate stands beside the table, never inside it. */
  readonly population: number | null
  /** Of entries: what one is called, and how many forms came back, those without an entry too. */
  readonly of?: { readonly each: string; readonly forms: number }
}

export interface TableColumn {
  readonly id: string
  readonly label: string
  /** As the survey has it, where `label` is somebody's own. */
  readonly asked?: string
}

/**
 * One row. `cells` by column id, then everything that is not an answer, so that
 * sum(cells) + nonResponse + notAsked + notInVersion = base.
 */
export interface TableRow<F extends Figure = number> {
  /** The item's stable id: `support.analysing`, or the theme's. */
  readonly item: string
  readonly label: string
  /** As the survey has the label, or `within`, where they are somebody's own. */
  readonly asked?: string
  /** In a table by groups: the item whose rows these are, where the table has several; the row that all groups add up to. */
  readonly within?: string
  /** The id of the item that `within` names. */
  readonly ofItem?: string
  readonly isTotal?: true
  /** Coded from open-ended answers: shown with an asterisk. */
  readonly openEnded: boolean
  readonly cells: { readonly [column: string]: F }
  /** Blank, refused and don't know, together; `refused` and `dontKnow` say how many of them. */
  readonly nonResponse: F
  readonly refused: F
  readonly dontKnow: F
  readonly notAsked: F
  readonly notInVersion: F
  readonly base: F
}
