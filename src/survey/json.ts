/** What JSON can say, as a value that nobody changes. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export type JsonObject = { readonly [key: string]: Json }

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a list; unlike Array.isArray it keeps the readonly type. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

export type Parsed = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly reason: string }

/** Parses text as JSON. The reason names the line: `line 3: this is not JSON here (Expected ',' …)`. */
export const parseJson = (text: string): Parsed => {
  try {
    return { ok: true, value: JSON.parse(text) as Json }
  } catch (error) {
    return { ok: false, reason: whereItBroke(text, error instanceof Error ? error.message : '') }
  }
}

const whereItBroke = (text: string, message: string): string => {
  if (text.trim() === '') return 'it is empty'
  const position = /position (\d+)/.exec(message)?.[1]
  const cut = position === undefined ? text.length : Number(position)
  const line = text.slice(0, cut).split('\n').length
  return `line ${line}: this is not JSON (${message.replace(/ in JSON at position.*$/, '').replace(/[,.]? "[^]*$/, '')})`
}
