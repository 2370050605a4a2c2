import { isJsonObject } from '../../survey/json.ts'

const control = /\p{Cc}/u

/** A member of a request that is a text with something in it and without line breaks, trimmed; null otherwise. */
export const readText = (body: unknown, member: string, most: number): string | null => {
  const text = isJsonObject(body) ? body[member] : null
  if (typeof text !== 'string' || text.length > most || control.test(text) || !text.isWellFormed()) return null
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

/** A password, as it was typed: a space at its end belongs to it. */
export const readSecret = (body: unknown, member: string): string | null => {
  const text = isJsonObject(body) ? body[member] : null
  return typeof text === 'string' && text !== '' && text.length <= 1024 && text.isWellFormed() ? text : null
}
