import type { DrawRecord } from '../population/draw.ts'
import { wrapWords } from './wrap-words.ts'

/** The record of a draw as plain text: what was drawn, who is asked next, and all that is needed to draw it again. */
export const drawText = ({ method, seed, n, allocation, listSha256, strata }: DrawRecord): string => {
  const size = strata.reduce((sum, each) => sum + each.size, 0)
  const lines = [
    `${n} of ${size} drawn at random, ${allocationInWords(allocation)}`,
    '',
    ...strata.flatMap(({ stratum, size, drawn, reserves }) => [
      ...(allocation.kind === 'simple' ? [] : [`${stratum || 'No group'}: ${drawn.length} of ${size}`]),
      ...drawn.map((id, at) => `  ${at + 1}. ${id}`),
      ...(reserves.length === 0 ? [] : ['  Reserves, in order:', ...reserves.map((id, at) => `    ${at + 1}. ${id}`)]),
      '',
    ]),
    `Seed: ${seed}`,
    `SHA-256 of the list: ${listSha256}`,
    ...wrapWords(method, 80),
  ]
  return `${lines.join('\n')}\n`
}

export const allocationInWords = (allocation: DrawRecord['allocation']): string => {
  switch (allocation.kind) {
    case 'simple':
      return 'from the whole list'
    case 'proportional':
      return `by ${allocation.by}, in proportion to the size of each group`
    case 'equal':
      return `by ${allocation.by}, the same number of each group`
    case 'by-hand':
      return `by ${allocation.by}, as many of each group as was decided`
    default:
      return allocation satisfies never
  }
}
