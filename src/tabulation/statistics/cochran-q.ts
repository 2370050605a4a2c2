import { chiSquareTail } from './distributions.ts'

export interface CochranQ {
  readonly statistic: number
  readonly df: number
  readonly p: number
}

/**
 * Cochran's Q: whether the items of the same forms are answered "yes" equally often. Only forms that answered every item
 * may be given. Null where fewer than two items, or where no form tells the items apart.
 * Source: W. G. Cochran, "The comparison of percentages in matched samples", Biometrika 37 (1950).
 *
 * @param forms for each form, whether each item was answered "yes"
 */
export const cochranQ = (forms: readonly (readonly boolean[])[]): CochranQ | null => {
  const items = forms[0]?.length ?? 0
  if (items < 2) return null
  const yesOfItem = Array.from({ length: items }, (_, item) => forms.filter((form) => form[item]).length)
  const yesOfForm = forms.map((form) => form.filter(Boolean).length)
  const yes = yesOfForm.reduce((sum, count) => sum + count, 0)
  const within = items * yes - yesOfForm.reduce((sum, count) => sum + count * count, 0)
  if (within === 0) return null
  const between = items * yesOfItem.reduce((sum, count) => sum + count * count, 0) - yes * yes
  const statistic = ((items - 1) * between) / within
  return { statistic, df: items - 1, p: chiSquareTail(statistic, items - 1) }
}
