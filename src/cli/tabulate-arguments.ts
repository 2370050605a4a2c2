import { parseArgs } from 'node:util'
import type { Policy } from '../tabulation/disclosure/policy.ts'
import { plainly } from '../tabulation/shows.ts'
import type { Shows } from '../tabulation/table.ts'
import { misused, type Told } from './told.ts'

const formats = ['text', 'csv', 'csv-raw', 'json', 'html'] as const

/** What `proforma tabulate` was asked for. */
export interface Asked {
  readonly ok: true
  readonly survey: string
  readonly returns: string
  readonly format: (typeof formats)[number]
  readonly question: string | null
  readonly population: number | null
  /** The file of the ledger that says who was asked and what counts. */
  readonly ledger: string | null
  /** The variable that the returns are sorted by. */
  readonly by: string | null
  /** What they are sorted by within that. */
  readonly andBy: string | null
  readonly where: string | null
  /** Whether differences are tested. */
  readonly tests: boolean
  /** Null where nothing was said: the survey's usual one. */
  readonly policy: Policy | null
  readonly shows: Shows
  /** The answer of which is told what the ones who did not return could change. */
  readonly couldBe: string | null
}

const bases: { readonly [name: string]: Shows['base'] } = {
  returned: 'all returned',
  asked: 'all asked',
  valid: 'valid answers',
}

export const readTabulateArguments = (args: readonly string[]): Asked | (Told & { readonly ok: false }) => {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed
  const [survey, returns, ...more] = positionals
  if (survey === undefined || returns === undefined || more.length > 0) {
    return misused('tabulate needs two files: the survey and its returns.')
  }
  const format = formats.find((one) => one === (values.format ?? 'text'))
  if (format === undefined) return misused(`There is no format “${values.format}”: choose ${listed(formats)}.`)
  const { population: written } = values
  if (written !== undefined && !/^\d{1,9}$/.test(written))
    return misused(`“${written}” is not a number of people asked.`)
  const base = bases[values.base ?? 'returned']
  if (base === undefined) return misused(`There is no base “${values.base}”: choose ${listed(Object.keys(bases))}.`)
  const policy = values.protect === undefined ? null : policyOf(values.protect)
  if (policy === null && values.protect !== undefined) {
    return misused(
      `“${values.protect}” protects nothing: choose none, under5, under10, round5 or a number from 2 to 1000.`,
    )
  }
  return {
    ok: true,
    survey,
    returns,
    format,
    question: values.question ?? null,
    population: written === undefined ? null : Number(written),
    ledger: values.ledger ?? null,
    by: values.by ?? null,
    andBy: values['and-by'] ?? null,
    where: values.where ?? null,
    tests: values.tests ?? false,
    policy,
    shows: { ...plainly, base, percent: values.percent ?? plainly.percent, apart: values.apart ?? plainly.apart },
    couldBe: values['could-be'] ?? null,
  }
}

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

const policyOf = (written: string): Policy | null => {
  if (written === 'none' || written === 'under5' || written === 'under10' || written === 'round5') return written
  const under = /^\d{1,4}$/.test(written) ? Number(written) : 0
  return under >= 2 && under <= 1000 ? { under } : null
}

const options = {
  format: { type: 'string' },
  question: { type: 'string' },
  population: { type: 'string' },
  ledger: { type: 'string' },
  by: { type: 'string' },
  'and-by': { type: 'string' },
  where: { type: 'string' },
  tests: { type: 'boolean' },
  base: { type: 'string' },
  protect: { type: 'string' },
  percent: { type: 'boolean' },
  apart: { type: 'boolean' },
  'could-be': { type: 'string' },
} as const

const parse = (args: readonly string[]) => {
  try {
    return { ok: true as const, ...parseArgs({ args: [...args], options, allowPositionals: true }) }
  } catch (error) {
    return misused(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'That was not understood.')
  }
}
