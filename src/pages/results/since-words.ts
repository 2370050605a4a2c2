import type { FormSince } from '../../tabulation/frozen.ts'
import type { Since } from './results-messages.ts'

const words: { readonly [W in FormSince['what']]: readonly [one: string, many: string] } = {
  came: ['return came', 'returns came'],
  changed: ['was changed', 'were changed'],
  gone: ['is no longer counted', 'are no longer counted'],
}

/** What became of returns since tables were frozen: `2 returns came, 1 was changed`; null where nothing did. */
export const sinceInWords = ({ counts }: Since): string | null => {
  const parts = (['came', 'changed', 'gone'] as const).flatMap((what) => {
    const count = counts[what]
    return count === 0 ? [] : [`${count} ${words[what][count === 1 ? 0 : 1]}`]
  })
  return parts.length === 0 ? null : parts.join(', ')
}

/** What became of one return. */
export const whatInWords: { readonly [W in FormSince['what']]: string } = {
  came: 'Came later',
  changed: 'Was changed',
  gone: 'Is no longer counted: it was taken out, or what was chosen no longer holds of it',
}
