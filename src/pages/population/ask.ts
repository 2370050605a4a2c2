import { serverMark } from '../../protocol/messages.ts'
import { isJsonObject } from '../../survey/json.ts'

export type Done =
  | { readonly ok: true; readonly body: { readonly [name: string]: unknown } }
  | { readonly ok: false; readonly reason: string }

/** Asks the server about a list, and says why not in a sentence. */
export const ask = async (path: string, init: RequestInit = {}): Promise<Done> => {
  const answered = await fetch(path, init).catch(() => null)
  if (answered === null)
    return { ok: false, reason: 'We could not reach the server. Try again when you have a network.' }
  const body: unknown = await answered.json().catch(() => null)
  if (answered.headers.get(serverMark.header) !== serverMark.value || !isJsonObject(body))
    return { ok: false, reason: 'Something else answered instead of the server: often a Wi-Fi sign-in page.' }
  if (!answered.ok || body['ok'] === false)
    return { ok: false, reason: typeof body['reason'] === 'string' ? body['reason'] : 'The server did not take it.' }
  return { ok: true, body }
}
