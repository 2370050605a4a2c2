import type { ItemStatus } from '../response/status.ts'

/**
 * What one byte of a column says: 0 to 199 is the index of an answer among the variable's codes, and these are the
 * rest. A variable without codes (number, date, text) holds 0 wherever it was answered.
 */
export const reserved = {
  blank: 250,
  notAsked: 251,
  notInVersion: 252,
  refused: 253,
  dontKnow: 254,
  /** Answered, but with nothing that is on the list of answers: counted in a column of its own, never dropped. */
  unlisted: 255,
} as const

/** The engine lets a question have this many choices, and so many bytes are kept for them. */
export const mostCodes = 200

/** The two answers that a box of a tick-all has once its question is answered. */
export const tickBytes = { ticked: 0, notTicked: 1 } as const

/** The byte of an item that was not answered; null where it was, and its answer decides. */
export const byteOfStatus: { readonly [S in ItemStatus]: number | null } = {
  answered: null,
  blank: reserved.blank,
  'not-asked': reserved.notAsked,
  'not-in-version': reserved.notInVersion,
  refused: reserved.refused,
  'dont-know': reserved.dontKnow,
}

/** Whether a byte is an answer, on the list or not. */
export const isAnswer = (byte: number): boolean => byte < mostCodes || byte === reserved.unlisted
