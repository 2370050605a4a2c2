import type { AnswerRole } from './definition.ts'

const rolesByWords: readonly (readonly [AnswerRole, RegExp])[] = [
  [
    'refused',
    /^(?:i(?:'d| would)? )?(?:prefer not to (?:say|answer)|(?:would )?rather not (?:say|answer)|declined?(?: to answer)?)$/,
  ],
  ['dont-know', /^(?:i )?(?:don'?t|do not|can'?t|cannot) (?:know|say|remember|recall)$/],
  ['not-sure', /^(?:i'?m |i am )?(?:not sure|unsure|not certain)$/],
  ['none', /^none(?: of (?:these|the above|them|those))?$/],
]

/**
 * The role that an answer has by its words alone, or null for an answer like any other. For what is pasted or imported:
 * nobody has said what it means yet.
 *
 * @example roleFromWords('Prefer not to say') // 'refused'
 */
export const roleFromWords = (words: string): AnswerRole | null => {
  const plain = words
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[.!]+$|\s*[/(].*$/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return rolesByWords.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
