import { expect, test } from 'vitest'
import { noBackOff } from '../../src/device/no-back-off.ts'
import { type ExchangeFailure, type SyncFacts, type SyncState, syncStateOf } from '../../src/device/sync-state.ts'

const at = '2026-11-23T14:32:00.000Z'
const unreachable: ExchangeFailure = { kind: 'unreachable', reason: 'We could not reach the server.', retryAfter: null }
const signIn: ExchangeFailure = { kind: 'not-the-server', reason: 'A sign-in page.', retryAfter: null }

const facts = (
  toSend: number,
  keptAside: number,
  failure: ExchangeFailure | null,
  lastSuccess: string | null,
): SyncFacts => ({
  toSend,
  keptAside,
  keptAsideReason: keptAside > 0 ? 'It names one survey but answers a version of another.' : null,
  exchange: { failure, lastSuccess, backOff: noBackOff, batch: 100 },
})

test.each<[string, SyncFacts, SyncState]>([
  ['before the first exchange', facts(0, 0, null, null), { kind: 'working-offline', toSend: 0, lastSuccess: null }],
  ['with something to send', facts(3, 0, null, at), { kind: 'to-send', toSend: 3 }],
  ['with all sent', facts(0, 0, null, at), { kind: 'all-sent', at }],
  ['without a network', facts(3, 0, unreachable, at), { kind: 'working-offline', toSend: 3, lastSuccess: at }],
  ['behind a sign-in page', facts(2, 0, signIn, at), { kind: 'wifi-sign-in', toSend: 2 }],
  ['behind a sign-in page, nothing to send', facts(0, 0, signIn, at), { kind: 'wifi-sign-in', toSend: 0 }],
  [
    'with one kept aside',
    facts(2, 1, null, at),
    { kind: 'could-not-send', count: 1, reason: 'It names one survey but answers a version of another.', toSend: 2 },
  ],
])('%s', (_, given, state) => {
  expect(syncStateOf(given)).toEqual(state)
})
