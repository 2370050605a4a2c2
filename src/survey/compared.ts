/** One thing that is different between two versions, and what it does to tables that count both. */
export interface Change {
  /** `safe`: nothing to do. `look`: read it before you compare. `breaks`: before and after can't be compared. */
  readonly kind: 'safe' | 'look' | 'breaks'
  /** A sentence. */
  readonly what: string
  /** What it means for the tables: a sentence. */
  readonly consequence: string
}
