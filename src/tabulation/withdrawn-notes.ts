/** What a reader of a table must know of forms that came back and were taken out since. */
export const withdrawnNotes = ({
  withdrawn,
  other,
}: {
  readonly withdrawn: number
  readonly other: number
}): readonly string[] => [
  ...(withdrawn > 0 ? [`${withdrawn} withdrawn: ${withdrawn === 1 ? 'its' : 'their'} answers are not counted.`] : []),
  ...(other > 0 ? [`${other} ${other === 1 ? 'form was' : 'forms were'} taken out for another reason.`] : []),
]
