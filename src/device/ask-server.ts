import { serverMark } from '../protocol/messages.ts'
import { refusals } from '../protocol/refusals.ts'
import { isJsonObject } from '../survey/json.ts'
import { readRetryAfter } from './back-off.ts'
import type { Clock, Fetch } from './ports.ts'
import type { ExchangeFailure } from './sync-state.ts'

export type Answered<Message> =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly failure: ExchangeFailure }

/** Milliseconds after which a request is given up: a slow mobile line sends 1 MiB in about half of it. */
const patience = 90_000

/**
 * Asks the server one thing. An answer is believed only if the server's mark, the content type and the form are all
 * right: the sign-in page of a train's Wi-Fi answers everything with 200 and HTML, or sends on to its own address. The
 * server itself never sends on, so that nothing is followed.
 */
export const askServer = async <Message>(
  path: string,
  init: RequestInit,
  read: (json: unknown) => Message | null,
  { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock },
): Promise<Answered<Message>> => {
  let response: Response
  let text: string
  try {
    response = await fetch(path, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) })
  } catch {
    return failed('unreachable', 'We could not reach the server.')
  }
  if (response.type === 'opaqueredirect' || signInStatuses.has(response.status))
    return failed('not-the-server', elseAnswered)
  const retryAfter = readRetryAfter(response.headers.get('retry-after'), clock().getTime())
  try {
    text = await response.text()
  } catch {
    return failed('unreadable', 'The connection broke off before the server had answered.', retryAfter)
  }
  const marked = response.headers.get(serverMark.header) === serverMark.value
  if (!response.ok)
    return failed('refused', marked ? whyRefused(text, response.status) : whyStopped(response.status), retryAfter)
  if (!marked || !/^application\/json\b/i.test(response.headers.get('content-type') ?? ''))
    return failed('not-the-server', elseAnswered)
  const message = read(jsonOrNull(text))
  return message === null
    ? failed('unreadable', 'The answer of the server could not be read. This app may need an update.', retryAfter)
    : { ok: true, message }
}

/** Sent on elsewhere (RFC 9110, 15.4), or told to sign in to the network first (RFC 6585, 6). */
const signInStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308, 511])

const elseAnswered = 'Something else answered instead of the server: often a Wi-Fi sign-in page.'

const failed = (
  kind: ExchangeFailure['kind'],
  reason: string,
  retryAfter: number | null = null,
): { readonly ok: false; readonly failure: ExchangeFailure } => ({ ok: false, failure: { kind, reason, retryAfter } })

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The server's own word for it. The sentence is ours, by its code: what came over the wire is not shown. */
const whyRefused = (text: string, status: number): string => {
  const body = jsonOrNull(text)
  const code = isJsonObject(body) ? body['refused'] : undefined
  return typeof code === 'string' && Object.hasOwn(refusals, code)
    ? refusals[code as keyof typeof refusals].reason
    : `The server did not take it (${status}).`
}

const whyStopped = (status: number): string =>
  status === 413
    ? 'Something between this device and the server would not let so much through (413).'
    : status >= 500
      ? `The server is not answering as it should (${status}).`
      : `Something between this device and the server stopped it (${status}).`
