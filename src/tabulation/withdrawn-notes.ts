/** What a reader of a table must know of forms that came back and were taken out since. */
export const withdrawnNotes = ({
  withdrawn,
  over,
  other,
}: {
  readonly withdrawn: number
  /** Their time was over that answers of the survey are kept for. */
  readonly over: number
  readonly other: number
}): readonly string[] => [
  ...(withdrawn > 0 ? [`${withdrawn} withdrawn: ${withdrawn === 1 ? 'its' : 'their'} answers are not counted.`] : []),
  ...(over > 0
    ? [`${over} ${over === 1 ? 'form was' : 'forms were'} taken out, as the time was over that answers are kept for.`]
    : []),
  ...(other > 0 ? [`${other} ${other === 1 ? 'form was' : 'forms were'} taken out for another reason.`] : []),
]
