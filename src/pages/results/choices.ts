import type { Layouts } from '../../tabulation/arrange.ts'
import { type Policy } from '../../tabulation/disclosure/policy.ts'
import type { Shows } from '../../tabulation/table.ts'
import { readLayoutsText, writeLayoutsText } from './layouts-text.ts'

/** What is shown of the returns: what a person chose above the tables. It stands in the address, but for the layouts. */
export interface Choices {
  /** The variable that returns are sorted by; a column of the list as `@region`. */
  readonly by: string | null
  /** What they are sorted by within that. */
  readonly andBy: string | null
  /** Only returns of which all of these hold. */
  readonly only: readonly Only[]
  readonly base: Shows['base']
  /** Null: as many returned as a share needs. */
  readonly percent: boolean | null
  readonly apart: boolean
  readonly order: 'asked' | 'count' | 'hand'
  /** How many were asked, as it was typed. */
  readonly asked: string
  /** Null: what is usual for the survey. */
  readonly protect: Policy | null
  readonly tests: boolean
  readonly bars: 'share' | 'count'
  readonly weigh: readonly Weighing[]
  readonly own: Own | null
  readonly layouts: Layouts
}

/** A variable, or the question of a tick-all, and an answer that it is or is not. */
export interface Only {
  readonly variable: string
  readonly is: boolean
  readonly answer: string
}

/** What forms are weighted by. `targets` as they were typed, by group; null: as many as are on the list. */
export interface Weighing {
  readonly by: string
  readonly targets: ReadonlyMap<string, string> | null
}

/** Which group is one's own, and how it is set against the others. */
export interface Own {
  readonly by: string
  readonly is: string
  /** All together, ours alone, or ours against the rest. */
  readonly scope: 'all' | 'mine' | 'rest'
  /** Each group counts once, however many forms it has. */
  readonly once: boolean
}

export type NamedPolicy = Extract<Policy, string>

/** How many conditions may be joined. */
export const mostConditions = 3

/** How many margins weights may be raked to. */
export const mostMargins = 3

const bases = { returned: 'all returned', asked: 'all asked', valid: 'valid answers' } as const

const policies: readonly NamedPolicy[] = ['none', 'under5', 'under10', 'round5']

/** The limits that somebody may set of their own. */
export const ownLimits = { least: 2, most: 1000 }

/** A limit that was typed; null where it is none. */
export const ownLimit = (typed: string): number | null => {
  const under = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0
  return under >= ownLimits.least && under <= ownLimits.most ? under : null
}

const readPolicy = (written: string): Policy | null => {
  const under = ownLimit(written)
  return under === null ? (policies.find((one) => one === written) ?? null) : { under }
}

/** The choices that stand in an address. What is not understood is as if it were not there. */
export const readChoices = (search: string): Choices => {
  const query = new URLSearchParams(search)
  const base = query.get('base') ?? ''
  const percent = query.get('percent')
  const order = query.get('order')
  return {
    by: query.get('by'),
    andBy: query.get('then'),
    only: query
      .getAll('only')
      .flatMap((written): readonly Only[] => {
        const [, variable, op, answer] = /^([A-Za-z][\w.]*) (is|is-not) (.+)$/.exec(written) ?? []
        return variable === undefined || answer === undefined ? [] : [{ variable, is: op === 'is', answer }]
      })
      .slice(0, mostConditions),
    base: Object.hasOwn(bases, base) ? bases[base as keyof typeof bases] : 'all returned',
    percent: percent === 'yes' ? true : percent === 'no' ? false : null,
    apart: query.get('apart') === 'yes',
    order: order === 'count' || order === 'hand' ? order : 'asked',
    asked: query.get('asked') ?? '',
    protect: readPolicy(query.get('protect') ?? ''),
    tests: query.get('tests') === 'yes',
    bars: query.get('bars') === 'count' ? 'count' : 'share',
    weigh: query.getAll('weigh').map(readWeighing).slice(0, mostMargins),
    own: readOwn(query),
    layouts: readLayoutsText(query.get('layouts')),
  }
}

/** The choices as an address has them: nothing where nothing was chosen, `by=role&base=valid` otherwise. */
export const writeChoices = (choices: Choices): string => {
  const query = new URLSearchParams()
  const { by, andBy, only, base, percent, apart, order, asked, protect, tests, bars, weigh, own, layouts } = choices
  if (by !== null) query.append('by', by)
  if (by !== null && andBy !== null) query.append('then', andBy)
  for (const { variable, is, answer } of only) query.append('only', `${variable} ${is ? 'is' : 'is-not'} ${answer}`)
  if (base !== 'all returned') query.append('base', base === 'all asked' ? 'asked' : 'valid')
  if (percent !== null) query.append('percent', percent ? 'yes' : 'no')
  if (apart) query.append('apart', 'yes')
  if (order !== 'asked') query.append('order', order)
  if (asked !== '') query.append('asked', asked)
  if (protect !== null) query.append('protect', typeof protect === 'string' ? protect : String(protect.under))
  if (tests) query.append('tests', 'yes')
  if (bars !== 'share') query.append('bars', bars)
  for (const one of weigh) query.append('weigh', writeWeighing(one))
  if (own !== null) {
    query.append('own', `${coded(own.by)} ${coded(own.is)}`)
    if (own.scope !== 'all') query.append('scope', own.scope)
    if (own.once) query.append('once', 'yes')
  }
  const laidOut = writeLayoutsText(layouts)
  if (laidOut !== null) query.append('layouts', laidOut)
  return query.toString()
}

/** Without the marks that part things here. */
const coded = (text: string): string => encodeURIComponent(text)

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `role lead=10 worker=90`; a variable alone is weighted as the list has it. */
const readWeighing = (written: string): Weighing => {
  const [by = '', ...targets] = written.split(' ')
  return {
    by: decoded(by),
    targets:
      targets.length === 0
        ? null
        : new Map(
            targets.flatMap((one) => {
              const at = one.lastIndexOf('=')
              return at < 0 ? [] : [[decoded(one.slice(0, at)), decoded(one.slice(at + 1))] as const]
            }),
          ),
  }
}

const writeWeighing = ({ by, targets }: Weighing): string =>
  [coded(by), ...[...(targets ?? [])].map(([group, target]) => `${coded(group)}=${coded(target)}`)].join(' ')

const readOwn = (query: URLSearchParams): Own | null => {
  const [by, is, ...more] = (query.get('own') ?? '').split(' ').map(decoded)
  if (by === undefined || by === '' || is === undefined || more.length > 0) return null
  const scope = query.get('scope')
  return { by, is, scope: scope === 'mine' || scope === 'rest' ? scope : 'all', once: query.get('once') === 'yes' }
}

/** The number that was typed; null where it is none. */
export const askedNumber = (asked: string): number | null => (/^\s*\d{1,9}\s*$/.test(asked) ? Number(asked) : null)

/** A share or a count that was typed: `12` or `12.5`; null where it is none. */
export const targetNumber = (typed: string): number | null =>
  /^\s*\d{1,9}(?:\.\d{1,6})?\s*$/.test(typed) ? Number(typed) : null

/** The conditions as the filter that tables understand; null where all are counted. */
export const filterText = (only: readonly Only[], isTicked: (variable: string) => boolean): string | null => {
  const parts = only.map(({ variable, is, answer }) => {
    const op = isTicked(variable) ? (is ? 'contains' : 'notcontains') : is ? '=' : '<>'
    return `{${variable}} ${op} '${answer.replaceAll("'", String.raw`\'`)}'`
  })
  return parts.length === 0 ? null : parts.join(' and ')
}
