import { serverMark } from '../../protocol/messages.ts'
import { type Refusal, refusals } from '../../protocol/refusals.ts'
import { isJsonObject, parseJson } from '../../survey/json.ts'

export type Asked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refused: Refusal | null; readonly reason: string }

/** Asks our own server as whoever is signed in: a GET without a body, a POST with one. */
export const ask = async <Value = { readonly ok: true }>(path: string, body?: object): Promise<Asked<Value>> => {
  const headers = { 'content-type': 'application/json' }
  try {
    const answer = await fetch(
      `/api/v1/${path}`,
      body === undefined ? { cache: 'no-store' } : { method: 'POST', headers, body: JSON.stringify(body) },
    )
    const parsed = parseJson(await answer.text())
    if (answer.headers.get(serverMark.header) !== serverMark.value || !parsed.ok) return notReached
    return answer.ok ? { ok: true, value: parsed.value as Value } : refusedWith(parsed.value)
  } catch {
    return notReached
  }
}

const notReached = {
  ok: false,
  refused: null,
  reason: 'We could not reach the server. Try again when you have a signal.',
} as const

/** Its own words only where they say which rule a password broke; every other sentence is ours. */
const refusedWith = (body: unknown): Asked<never> => {
  const { refused, reason } = isJsonObject(body) ? body : { refused: null, reason: null }
  if (typeof refused !== 'string' || !Object.hasOwn(refusals, refused)) return notReached
  const code = refused as Refusal
  return {
    ok: false,
    refused: code,
    reason: code === 'password-refused' && typeof reason === 'string' ? reason : refusals[code].reason,
  }
}
