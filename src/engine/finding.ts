/** Something in a definition that keeps it from being opened: where it stands, why it can't be taken, how to mend it. */
export interface Finding {
  /** A path into the JSON: `pages[0].elements[2].choices[1].value`; empty for the whole. */
  readonly where: string
  readonly reason: string
}
