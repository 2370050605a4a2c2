import { allCountedOf, type EventKind, type Ledger, type Recipient, stateOf } from '../population/ledger.ts'
import { headingsOf } from '../population/member.ts'
import { csvCell } from './csv-cell.ts'

const times: readonly EventKind[] = [
  'sent',
  'reminded',
  'opened',
  'begun',
  'declined',
  'bounced',
  'not-eligible',
  'picked',
]

/** The ledger of a survey as CSV: a line for each on the list, how they stand, and when what happened last. */
export const ledgerCsv = ({ recipients }: Pick<Ledger, 'recipients'>): string => {
  const headings = headingsOf(recipients)
  const head = [
    'id',
    'name',
    'contact',
    'email',
    ...headings,
    'asked',
    'state',
    ...times,
    'returned',
    'way',
    'late',
    'counted',
    'reason',
  ]
  const lines = recipients.map((one) => [
    one.id,
    one.name,
    one.contact,
    one.email,
    ...headings.map((heading) => one.strata[heading] ?? ''),
    one.asked ? 'yes' : one.open ? 'open link' : 'no',
    stateOf(one),
    ...times.map((kind) => one.events.findLast((event) => event.kind === kind)?.at ?? ''),
    one.returns.map(({ at }) => at).join(' '),
    one.returns.map(({ way }) => way).join(' '),
    one.returns.some(({ late }) => late) ? 'yes' : 'no',
    allCountedOf(one).join(' '),
    reasonOf(one),
  ])
  return csvLines([head, ...lines])
}

/** A file for a mail merge: who, and the link of each. */
export const mergeCsv = (recipients: readonly Recipient[], linkOf: (one: Recipient) => string | null): string =>
  csvLines([
    ['name', 'contact', 'email', 'link'],
    ...recipients.flatMap((one) => {
      const link = linkOf(one)
      return link === null ? [] : [[one.name, one.contact || one.name, one.email, link]]
    }),
  ])

const reasonOf = ({ events }: Recipient): string =>
  events.findLast(({ kind }) => kind === 'declined' || kind === 'bounced' || kind === 'not-eligible')?.detail ?? ''

const csvLines = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
