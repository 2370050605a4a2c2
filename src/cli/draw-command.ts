import { parseArgs } from 'node:util'
import { drawText } from '../export/draw-text.ts'
import { type Allocation, draw, type DrawAsked } from '../population/draw.ts'
import { headingsOf } from '../population/member.ts'
import { sampleSize } from '../population/sample-size.ts'
import { readListFile } from './read-list-file.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma draw LIST.csv`: see `usage.ts`. Without a number it says how many are needed. */
export const drawCommand = async (args: readonly string[]): Promise<Told> => {
  const asked = readDrawArguments(args)
  if (!asked.ok) return asked
  const file = await readListFile(asked.path)
  if (!file.ok) return file
  const { members, refused } = file.list
  const warning = refused.map(({ line, text, reason }) => `Line ${line} was not taken: ${reason} (${text})`).join('\n')
  const warned = warning === '' ? {} : { warning }
  if (asked.n === null && asked.allocation.kind !== 'by-hand')
    return { ok: true, text: `${sampleSize(members.length, 0.05).words}\n`, ...warned }
  const { allocation } = asked
  // A heading is found whether it is typed with capitals or not.
  const by = allocation.kind === 'simple' ? null : headingsOf(members).find((one) => isSame(one, allocation.by))
  const drawn = draw(members, {
    ...asked,
    n: asked.n ?? 0,
    allocation: by ? { ...allocation, by } : allocation,
  } as DrawAsked)
  if (!drawn.ok) return failed(`${asked.path}: ${drawn.reason}`)
  return {
    ok: true,
    text: asked.json ? `${JSON.stringify(drawn.record, null, 2)}\n` : drawText(drawn.record),
    ...warned,
  }
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

interface Asked {
  readonly ok: true
  readonly path: string
  readonly seed: string
  readonly n: number | null
  readonly allocation: Allocation
  readonly json: boolean
}

const options = {
  seed: { type: 'string' },
  n: { type: 'string' },
  by: { type: 'string' },
  equal: { type: 'boolean' },
  take: { type: 'string', multiple: true },
  format: { type: 'string' },
} as const

const parse = (args: readonly string[]) => {
  try {
    return { ok: true as const, ...parseArgs({ args: [...args], options, allowPositionals: true }) }
  } catch (error) {
    return misused(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'That was not understood.')
  }
}

const readDrawArguments = (args: readonly string[]): Asked | (Told & { readonly ok: false }) => {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) return misused('draw needs one file: the list.')
  if (values.n !== undefined && !/^[1-9]\d{0,5}$/.test(values.n))
    return misused(`“${values.n}” is not a number to draw.`)
  const format = values.format ?? 'text'
  if (format !== 'text' && format !== 'json') return misused(`There is no format “${format}”: choose text or json.`)
  const given = {
    path,
    seed: values.seed ?? '',
    n: values.n === undefined ? null : Number(values.n),
    json: format === 'json',
  }
  const { by, take, equal } = values
  if (by === undefined)
    return take === undefined && equal === undefined
      ? { ok: true, ...given, allocation: { kind: 'simple' } }
      : misused('--equal and --take need --by, the column to draw by.')
  if (take === undefined)
    return { ok: true, ...given, allocation: { kind: equal === true ? 'equal' : 'proportional', by } }
  const numbers = take.map((one) => /^(.*)=(\d{1,6})$/.exec(one))
  if (numbers.some((one) => one === null)) return misused('Write --take "GROUP=NUMBER", once for each group.')
  return {
    ok: true,
    ...given,
    allocation: {
      kind: 'by-hand',
      by,
      numbers: Object.fromEntries(numbers.map((one) => [one?.[1] ?? '', Number(one?.[2])])),
    },
  }
}
