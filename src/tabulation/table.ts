/** A finished table: what a page, an export and the command line all show. Counts only; every row sums to its base. */
export interface Table {
  /** The question that the rows answer, in its own words. */
  readonly title: string
  readonly survey: string
  /** The versions that were counted, by number where it is known: "version 1". */
  readonly versions: readonly string[]
  readonly base: Base
  /** What the answers are, in the order of the survey. */
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** What a reader must know, each a sentence. */
  readonly notes: readonly string[]
}

/** Who is counted. */
export interface Base {
  readonly name: 'all returned'
  readonly count: number
  /** How many were asked, where that is known: the response rate stands beside the table, never inside it. */
  readonly population: number | null
}

export interface TableColumn {
  readonly id: string
  readonly label: string
}

/**
 * One row. `cells` by column id, then everything that is not an answer, so that
 * sum(cells) + nonResponse + notAsked + notInVersion = base.
 */
export interface TableRow {
  /** The item's stable id: `support.analysing`, or the theme's. */
  readonly item: string
  readonly label: string
  /** Coded from open-ended answers: shown with an asterisk. */
  readonly openEnded: boolean
  readonly cells: { readonly [column: string]: number }
  /** Blank, refused and don't know, together; `refused` and `dontKnow` say how many of them. */
  readonly nonResponse: number
  readonly refused: number
  readonly dontKnow: number
  readonly notAsked: number
  readonly notInVersion: number
  readonly base: number
}
