import type { ErasureReason } from '../../response/erasure.ts'

export const reasonWords: { readonly [R in ErasureReason]: string } = {
  withdrawn: 'Whoever gave them asked for it',
  mistake: 'They were filled in by mistake',
  test: 'It was only to try the survey',
  other: 'Something else',
  retention: 'The time was over that answers are kept for',
}
