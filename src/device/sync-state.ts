import type { BackOff } from './back-off.ts'

/** Why the last exchange failed. `unreachable`: nobody answered; all others: somebody did, but not as hoped. */
export interface ExchangeFailure {
  readonly kind: 'unreachable' | 'not-the-server' | 'refused' | 'unreadable' | 'not-stored'
  /** One or two sentences for a person. */
  readonly reason: string
  /** Milliseconds that the answer asked to be left alone, if it did. */
  readonly retryAfter: number | null
}

/** How the last real exchange with the server went, and what follows from it. */
export interface Exchange {
  /** When the last one that went well ended: ISO 8601, UTC. Null before the first. */
  readonly lastSuccess: string | null
  /** Null when the last one went well, and before the first. */
  readonly failure: ExchangeFailure | null
  readonly backOff: BackOff
  /** How many revisions to send at once: fewer after a refusal. */
  readonly batch: number
}

/** What the chip says. Decided by the last real exchange, never by navigator.onLine, which knows only the cable. */
export type SyncState =
  | { readonly kind: 'working-offline'; readonly toSend: number; readonly lastSuccess: string | null }
  /** Something else answers in the server's place, as a Wi-Fi does until somebody has signed in to it. */
  | { readonly kind: 'wifi-sign-in'; readonly toSend: number }
  | { readonly kind: 'to-send'; readonly toSend: number }
  | { readonly kind: 'all-sent'; readonly at: string }
  | {
      readonly kind: 'could-not-send'
      /** How many could not be sent: those kept aside by the server, or all that wait. */
      readonly count: number
      readonly reason: string
      readonly toSend: number
    }

export interface SyncFacts {
  /** Returns in the outbox, and what the server is to be asked to take out. */
  readonly toSend: number
  /** How many the server keeps aside, and the reason for the latest. */
  readonly keptAside: number
  readonly keptAsideReason: string | null
  readonly exchange: Exchange
}

export const syncStateOf = ({ toSend, keptAside, keptAsideReason, exchange }: SyncFacts): SyncState => {
  const { failure, lastSuccess } = exchange
  if (keptAside > 0)
    return { kind: 'could-not-send', count: keptAside, reason: keptAsideReason ?? 'The server kept it aside.', toSend }
  if (failure?.kind === 'not-the-server') return { kind: 'wifi-sign-in', toSend }
  if (failure !== null)
    return failure.kind === 'unreachable' || toSend === 0
      ? { kind: 'working-offline', toSend, lastSuccess }
      : { kind: 'could-not-send', count: toSend, reason: failure.reason, toSend }
  if (toSend > 0) return { kind: 'to-send', toSend }
  return lastSuccess === null ? { kind: 'working-offline', toSend, lastSuccess } : { kind: 'all-sent', at: lastSuccess }
}
