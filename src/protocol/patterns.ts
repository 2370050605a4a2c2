/** The forms that ids and times take on the wire; schemas and hand-written readers share them. */
export const patterns = {
  /** RFC 9562, lower case only: two spellings of one id would be two returns. */
  uuid: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  sha256: '^[0-9a-f]{64}$',
  survey: '^[a-z][a-z0-9-]{0,63}$',
  /** What `Date.prototype.toISOString` writes: `2026-11-23T14:32:00.000Z`. */
  instant: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  /** BCP 47 in outline: `cy`, `pt-BR`, and SurveyJS's own `default`. */
  language: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$',
  /** RFC 4648, with its padding. */
  base64: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
} as const

export type Pattern = keyof typeof patterns
