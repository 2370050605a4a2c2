/**
 * How large a definition may be. A definition can come from anywhere, and 500 nested panels take survey-core 40 s.
 */
export const limits = {
  bytes: 1024 * 1024,
  items: 500,
  depth: 5,
  choices: 200,
  /** Of a scale: fewer than 2 is none, more than 11 nobody tells apart. */
  leastSteps: 2,
  mostSteps: 11,
  /** Photos in one answer. */
  photos: 5,
  /** Of a repeated group: entries, and questions in each. */
  entries: 20,
  groupQuestions: 40,
  pages: 200,
  languages: 60,
  /** Names once used, and choices once taken off a list, that a draft remembers. */
  retired: 20_000,
  removed: 400,
  textLength: 4000,
  ruleLength: 1000,
} as const
