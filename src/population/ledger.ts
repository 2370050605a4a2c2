import type { KeptDraw } from './draw.ts'
import { headingsOf, type Member, stratumOf } from './member.ts'

/** Names a recipient on the server: a UUID. */
export type RecipientId = string & { readonly __id: 'recipient' }

/** What can happen to a recipient. Rows are added, never changed. */
export const eventKinds = [
  'sent',
  'reminded',
  'bounced',
  'opened',
  'begun',
  'declined',
  'not-eligible',
  'back-in',
  'links-ended',
  'picked',
] as const
export type EventKind = (typeof eventKinds)[number]

export interface RecipientEvent {
  readonly kind: EventKind
  /** ISO 8601, UTC, by the server's clock. */
  readonly at: string
  /** How it was sent, why it was declined, which response was picked; empty where there is nothing to say. */
  readonly detail: string
}

/** A response that stands under a recipient's name. */
export interface RecipientReturn {
  readonly response: string
  readonly way: 'link' | 'paper'
  readonly at: string
  /** It came after the closing date. */
  readonly late: boolean
}

/** One of those asked, with all that happened, in order. */
export interface Recipient extends Member {
  readonly recipient: RecipientId
  /** Asked: drawn, or everybody is. */
  readonly asked: boolean
  /** A link for whoever has it: nobody in particular is asked by it. */
  readonly open: boolean
  /** How many returns it may bring. Where it is more than 1, each of them counts. */
  readonly mostReturns: number
  readonly events: readonly RecipientEvent[]
  /** In the order they came. */
  readonly returns: readonly RecipientReturn[]
}

/** The list of one survey, and how it stands. */
export interface Ledger {
  readonly survey: string
  /** The last day on which returns count: 2026-12-18; null while it is open. */
  readonly closes: string | null
  readonly mayAmend: boolean
  /** How many returns each of those asked may bring: 1 unless the lead says otherwise. */
  readonly mostReturns: number
  readonly draw: KeptDraw | null
  readonly recipients: readonly Recipient[]
}

export const recipientStates = [
  'not-sent',
  'sent',
  'bounced',
  'opened',
  'begun',
  'returned',
  'declined',
  'not-eligible',
] as const
export type RecipientState = (typeof recipientStates)[number]

type Standing = Pick<Recipient, 'events' | 'returns'>

/** How a recipient stands: a return in time outweighs all, then what was decided last. */
export const stateOf = ({ events, returns }: Standing): RecipientState => {
  if (returns.some(({ late }) => !late)) return 'returned'
  let state: RecipientState = 'not-sent'
  for (const { kind } of events) state = after(state, kind, events)
  return state
}

const after = (state: RecipientState, kind: EventKind, events: readonly RecipientEvent[]): RecipientState => {
  switch (kind) {
    case 'declined':
    case 'not-eligible':
      return kind
    case 'back-in':
      return reached(events.map((event) => event.kind))
    case 'bounced':
      return state === 'not-sent' || state === 'sent' ? kind : state
    case 'sent':
    case 'reminded':
      return state === 'not-sent' || state === 'bounced' ? 'sent' : state
    case 'opened':
      return state === 'not-sent' || state === 'sent' || state === 'bounced' ? kind : state
    case 'begun':
      return state === 'declined' || state === 'not-eligible' ? state : kind
    case 'links-ended':
    case 'picked':
      return state
    default:
      return kind satisfies never
  }
}

/** How far it had come before it was declined or left out. */
const reached = (kinds: readonly EventKind[]): RecipientState =>
  kinds.includes('begun') ? 'begun' : kinds.includes('opened') ? 'opened' : kinds.includes('sent') ? 'sent' : 'not-sent'

/** The response that counts for a recipient: the one that was picked, or else the first that came in time. */
export const countedOf = ({ events, returns }: Standing): string | null => {
  const picked = events.findLast(({ kind }) => kind === 'picked')?.detail
  const inTime = returns.filter(({ late }) => !late)
  return (inTime.find(({ response }) => response === picked) ?? inTime[0])?.response ?? null
}

/** All responses that count for a recipient: one, or every one in time where several may answer. */
export const allCountedOf = (one: Standing & Pick<Recipient, 'mostReturns'>): readonly string[] =>
  one.mostReturns > 1
    ? one.returns.filter(({ late }) => !late).map(({ response }) => response)
    : [countedOf(one) ?? []].flat()

/** Several returns in time where one is expected, and nobody has said yet which counts. */
export const isClash = ({ events, returns, mostReturns }: Standing & Pick<Recipient, 'mostReturns'>): boolean => {
  if (mostReturns > 1) return false
  const inTime = returns.filter(({ late }) => !late)
  const last = inTime.at(-1)
  const picked = events.findLast(({ kind }) => kind === 'picked')
  return last !== undefined && inTime.length > 1 && (picked === undefined || picked.at < last.at)
}

/** Whether a reminder may go: asked, outstanding, written to before, and not reminded within the last day. */
export const mayRemind = (recipient: Recipient, now: Date): boolean => {
  const state = stateOf(recipient)
  const last = recipient.events.findLast(({ kind }) => kind === 'reminded')
  return (
    recipient.asked &&
    (state === 'sent' || state === 'opened' || state === 'begun') &&
    (last === undefined || now.getTime() - Date.parse(last.at) >= 24 * 3_600_000)
  )
}

/** How many of those asked stand where. */
export interface Tally {
  readonly stratum: string
  readonly asked: number
  readonly states: { readonly [S in RecipientState]: number }
}

/** Of all that were asked, or of each group of a column, by name. */
export const tally = (recipients: readonly Recipient[], by: string | null): readonly Tally[] => {
  const asked = recipients.filter((recipient) => recipient.asked)
  const groups = by === null ? [['', asked] as const] : [...Map.groupBy(asked, (one) => stratumOf(one, by))]
  return groups
    .map(([stratum, ones]) => {
      const states = Object.fromEntries(recipientStates.map((state) => [state, 0])) as { [S in RecipientState]: number }
      for (const one of ones) states[stateOf(one)] += 1
      return { stratum, asked: ones.length, states }
    })
    .toSorted((a, b) => (a.stratum < b.stratum ? -1 : 1))
}

/** A column of the list that those asked are grouped by, or who they are. */
export interface LedgerGroups {
  /** The heading of the column; empty where each of those asked is a group of their own. */
  readonly heading: string
  /** How many were asked in each group. */
  readonly asked: readonly (readonly [group: string, count: number])[]
  /** Which group each counted response is from. */
  readonly of: readonly (readonly [response: string, group: string])[]
}

/** What tables of the survey are told with. */
export interface LedgerBase {
  /** Who was asked and is eligible: what the plain rate and AAPOR's RR1 are of, as everybody on a list is known. */
  readonly population: number
  /** How many of those have returned. */
  readonly returned: number
  /** The responses that count: more than one of each where several may answer, and those by open links. */
  readonly counted: readonly string[]
  /** How many of them came by open links. */
  readonly open: number
  readonly late: number
  /** Left out by earlier releases. */
  readonly groups?: readonly LedgerGroups[]
}

/**
 * The base of a survey's tables from its ledger. Response rate 1 (AAPOR, Standard Definitions) is complete returns over
 * all who were asked and are not known to be ineligible; those who declined and those never reached stay in it.
 */
export const baseOf = ({ recipients }: Pick<Ledger, 'recipients'>): LedgerBase => {
  const asked = recipients.filter((one) => one.asked)
  const open = recipients.filter((one) => one.open).flatMap(allCountedOf)
  return {
    population: asked.filter((one) => stateOf(one) !== 'not-eligible').length,
    returned: asked.filter((one) => stateOf(one) === 'returned').length,
    counted: [...asked.flatMap(allCountedOf), ...open],
    open: open.length,
    groups: groupsOf(asked.filter((one) => stateOf(one) !== 'not-eligible')),
    late: [...asked, ...recipients.filter((one) => one.open)].reduce(
      (sum, one) =>
        sum + (one.mostReturns > 1 || countedOf(one) === null ? one.returns.filter(({ late }) => late).length : 0),
      0,
    ),
  }
}

const groupsOf = (asked: readonly Recipient[]): readonly LedgerGroups[] => {
  const by = (heading: string, groupOf: (one: Recipient) => string): LedgerGroups => {
    const known = asked.filter((one) => groupOf(one) !== '')
    return {
      heading,
      asked: [...Map.groupBy(known, groupOf)].map(([group, ones]) => [group, ones.length] as const),
      of: known.flatMap((one) => allCountedOf(one).map((response) => [response, groupOf(one)] as const)),
    }
  }
  return [
    ...headingsOf(asked).map((heading) => by(heading, (one) => stratumOf(one, heading))),
    by('', ({ name }) => name),
  ]
}
