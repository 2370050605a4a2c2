/** One unit of the population: an authority, a school, a family. */
export interface Member {
  /** Names it in the list: the code it came with, or its name. */
  readonly id: string
  readonly name: string
  /** Who is written to there; empty where nobody is named. */
  readonly contact: string
  /** Empty where there is none. */
  readonly email: string
  /** A code like `cy`; empty for the language that the survey was written in. */
  readonly language: string
  /** The groups it belongs to, by the heading of their column: `{ region: 'London' }`. */
  readonly strata: { readonly [heading: string]: string }
}

/** The group that a unit belongs to by one column; empty where it says nothing. */
export const stratumOf = ({ strata }: Pick<Member, 'strata'>, by: string | null): string =>
  by !== null && Object.hasOwn(strata, by) ? (strata[by] ?? '') : ''

/** The headings of all columns that group the list, in the order they were met. */
export const headingsOf = (members: readonly Pick<Member, 'strata'>[]): readonly string[] => [
  ...new Set(members.flatMap(({ strata }) => Object.keys(strata))),
]
