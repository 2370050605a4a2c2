import { type Policy } from '../../tabulation/disclosure/policy.ts'
import type { Shows } from '../../tabulation/table.ts'

/** What is shown of the returns: what a person chose above the tables. It stands in the address. */
export interface Choices {
  /** The variable that returns are sorted by. */
  readonly by: string | null
  /** Only returns of which all of these hold. */
  readonly only: readonly Only[]
  readonly base: Shows['base']
  /** Null: as many returned as a share needs. */
  readonly percent: boolean | null
  readonly apart: boolean
  readonly order: 'asked' | 'count'
  /** How many were asked, as it was typed. */
  readonly asked: string
  /** Null: what is usual for the survey. */
  readonly protect: NamedPolicy | null
}

/** A variable, or the question of a tick-all, and an answer that it is or is not. */
export interface Only {
  readonly variable: string
  readonly is: boolean
  readonly answer: string
}

export type NamedPolicy = Extract<Policy, string>

/** How many conditions may be joined. */
export const mostConditions = 3

const bases = { returned: 'all returned', asked: 'all asked', valid: 'valid answers' } as const

const policies: readonly NamedPolicy[] = ['none', 'under5', 'under10', 'round5']

/** The choices that stand in an address. What is not understood is as if it were not there. */
export const readChoices = (search: string): Choices => {
  const query = new URLSearchParams(search)
  const base = query.get('base') ?? ''
  const percent = query.get('percent')
  return {
    by: query.get('by'),
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
    order: query.get('order') === 'count' ? 'count' : 'asked',
    asked: query.get('asked') ?? '',
    protect: policies.find((one) => one === query.get('protect')) ?? null,
  }
}

/** The choices as an address has them: nothing where nothing was chosen, `by=role&base=valid` otherwise. */
export const writeChoices = (choices: Choices): string => {
  const query = new URLSearchParams()
  const { by, only, base, percent, apart, order, asked, protect } = choices
  if (by !== null) query.append('by', by)
  for (const { variable, is, answer } of only) query.append('only', `${variable} ${is ? 'is' : 'is-not'} ${answer}`)
  if (base !== 'all returned') query.append('base', base === 'all asked' ? 'asked' : 'valid')
  if (percent !== null) query.append('percent', percent ? 'yes' : 'no')
  if (apart) query.append('apart', 'yes')
  if (order !== 'asked') query.append('order', order)
  if (asked !== '') query.append('asked', asked)
  if (protect !== null) query.append('protect', protect)
  return query.toString()
}

/** The number that was typed; null where it is none. */
export const askedNumber = (asked: string): number | null => (/^\s*\d{1,9}\s*$/.test(asked) ? Number(asked) : null)

/** The conditions as the filter that tables understand; null where all are counted. */
export const filterText = (only: readonly Only[], isTicked: (variable: string) => boolean): string | null => {
  const parts = only.map(({ variable, is, answer }) => {
    const op = isTicked(variable) ? (is ? 'contains' : 'notcontains') : is ? '=' : '<>'
    return `{${variable}} ${op} '${answer.replaceAll("'", String.raw`\'`)}'`
  })
  return parts.length === 0 ? null : parts.join(' and ')
}
