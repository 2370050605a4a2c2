/**
 * How large a definition may be. A definition can come from anywhere, and 500 nested panels take survey-core 40 s.
 */
export const limits = {
  bytes: 1024 * 1024,
  items: 500,
  depth: 5,
  choices: 200,
  textLength: 4000,
  ruleLength: 1000,
} as const
