import type { AsideAnswer, AsideDecided, AsideDecision } from '../protocol/aside-messages.ts'
import { protocolVersion } from '../protocol/messages.ts'
import { readAsideAnswer, readAsideDecided } from '../protocol/read-aside.ts'
import { type Answered, askServer } from './ask-server.ts'
import type { Clock, Fetch } from './ports.ts'

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

/** What the server keeps aside, for the lead: of one survey, or all. It is asked each time: nothing of it is kept on this device. */
export const askAside = (survey: string | null, ports: Ports): Promise<Answered<AsideAnswer>> =>
  askServer(
    survey === null ? '/api/v1/aside' : `/api/v1/aside?survey=${survey}`,
    { cache: 'no-store' },
    readAsideAnswer,
    ports,
  )

/** What the lead decides about one of them. */
export type Decision =
  | Pick<AsideDecision & { readonly what: 'take' }, 'sha256' | 'what'>
  | Pick<AsideDecision & { readonly what: 'reject' }, 'sha256' | 'what' | 'because'>

export const decideAside = (decision: Decision, ports: Ports): Promise<Answered<AsideDecided>> => {
  const body = JSON.stringify({ protocol: protocolVersion, ...decision })
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
  return askServer('/api/v1/aside', request, readAsideDecided, ports)
}
