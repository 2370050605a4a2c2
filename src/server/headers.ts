import { serverMark } from '../protocol/messages.ts'

/**
 * Silenced all 25 attacks tried from within a survey definition, alone. The preview frame needs 'self' as frame-src,
 * SurveyJS writes inline styles.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'self'",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ')

/** What every answer carries, refusals and files included. */
export const everyAnswer = {
  [serverMark.header]: serverMark.value,
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** Behind TLS: for two years, only over TLS. */
export const strictTransport = ['strict-transport-security', 'max-age=63072000'] as const

/** How long an answer may be kept: what is named by its own hash for ever, everything else not without asking. */
export const keep = {
  never: 'no-store',
  askFirst: 'no-cache',
  forOneForEver: 'private, max-age=31536000, immutable',
  forEver: 'public, max-age=31536000, immutable',
} as const
