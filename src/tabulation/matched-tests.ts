import { isAnswer } from './bytes.ts'
import type { Columns } from './columns.ts'
import { type Policy, thresholdOf } from './disclosure/policy.ts'
import { linesOf } from './lines.ts'
import { cochranQ } from './statistics/cochran-q.ts'
import { holm } from './statistics/holm.ts'
import { mcnemarExact } from './statistics/mcnemar.ts'
import { level, pInWords } from './statistics/p-in-words.ts'

/**
 * Whether the items of the same forms get the first answer equally often, in sentences: Cochran's Q over all, McNemar's
 * exact test for each pair. Nothing of a question with one item. What is told of a few is left out.
 *
 * @param chosen 1 where a form is counted; null where all are
 */
export const matchedTests = (
  columns: Columns,
  question: string,
  chosen: Uint8Array | null,
  policy: Policy,
): readonly string[] => {
  const group = columns.codebook.groups.find(({ id }) => id === question)
  if (group === undefined || columns.entries !== undefined) return []
  const { lines, columns: answers } = linesOf(columns, group, [], [])
  const [first] = answers
  if (first === undefined || lines.length < 2) return []
  const counted = Array.from(columns.responses, (_, place) => place).filter(
    (place) => chosen === null || chosen[place] === 1,
  )
  const whole = counted.filter((place) => lines.every(({ column }) => isAnswer(column[place] ?? 255)))
  const threshold = thresholdOf(policy)
  const isTold = (count: number): boolean => count === 0 || count >= threshold
  if (policy === 'round5' || !isTold(whole.length) || !isTold(counted.length - whole.length))
    return ['Not tested: it would tell of too few.']
  const forms = whole.map((place) => lines.map(({ column, answers: ids }) => ids[column[place] ?? 255] === first.id))
  const q = cochranQ(forms)
  if (q === null) return [`Not tested: the ${forms.length} forms that answered every item do not tell the items apart.`]
  const pairs = lines.flatMap(({ head }, one) =>
    lines.slice(one + 1).map((other, after) => {
      const two = one + 1 + after
      const more = forms.filter((form) => form[one] && !form[two]).length
      const fewer = forms.filter((form) => !form[one] && form[two]).length
      return { more, fewer, names: [head.label, other.head.label], p: mcnemarExact(more, fewer) }
    }),
  )
  const adjusted = holm(pairs.map(({ p }) => p))
  const differ = pairs.flatMap(({ more, fewer, names }, at) => {
    const after = adjusted[at] ?? 1
    if (after >= level || !isTold(more) || !isTold(fewer)) return []
    const [often, seldom] = more > fewer ? names : names.toReversed()
    return [`“${often}” more often than “${seldom}” (${pInWords(after)})`]
  })
  return [
    `“${first.label}” in the ${forms.length} forms that answered every item: Cochran’s Q ${q.statistic.toFixed(2)}, ${q.df} ${q.df === 1 ? 'degree' : 'degrees'} of freedom, ${pInWords(q.p)}. ${
      differ.length === 0 ? 'No pair of items differs by itself.' : `It is given to ${differ.join('; ')}.`
    }`,
    'Tests between items of the same forms: Cochran’s Q (Cochran 1950), and McNemar’s exact test for each pair (McNemar 1947) with Holm’s correction (Holm 1979). Never chi-square: the same forms stand in every row. Unweighted.',
  ]
}
