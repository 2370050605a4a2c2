/** What a form says for a theme, over all the slots that were put in it. */
export interface Said<Answer> {
  /** The first answer given, in the order the slots are asked; null where none of them was answered. */
  readonly answer: Answer | null
  /** Whether a later slot says something else. The form still counts once, and a note says so. */
  readonly clash: boolean
}

/**
 * One answer out of the slots of one form.
 * @param inOrder what each slot says, in the order they are asked, null where it was left blank
 * @example saidForTheme([null, 'yes', 'no']) // { answer: 'yes', clash: true }
 */
export const saidForTheme = <Answer>(inOrder: readonly (Answer | null)[]): Said<Answer> => {
  const given = inOrder.filter((answer) => answer !== null)
  const [first] = given
  return { answer: first ?? null, clash: given.some((answer) => answer !== first) }
}
