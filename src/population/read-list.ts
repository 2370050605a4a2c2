import type { Member } from './member.ts'

/** One line of a pasted list or of a file, cut into cells. `line` counts from 1. */
export interface ListLine {
  readonly line: number
  readonly cells: readonly string[]
}

/** What two lines must have in common to be the same unit. */
export const sameBy = ['name', 'email', 'id'] as const
export type SameBy = (typeof sameBy)[number]

/** What a column was taken for. What is none of these is a group, by its heading. */
type Known = 'id' | 'name' | 'contact' | 'email' | 'language'

export interface ReadList {
  readonly members: readonly Member[]
  /** Each column with what it was taken for, in their order. */
  readonly columns: readonly { readonly heading: string; readonly takenFor: Known | 'group' | 'nothing' }[]
  /** Lines that were not taken, each with its reason in words. */
  readonly refused: readonly { readonly line: number; readonly text: string; readonly reason: string }[]
}

/** The most units that one list may hold, and characters that one cell may. */
export const listLimits = { members: 20_000, cell: 200, groups: 12 } as const

const headings: { readonly [K in Known]: readonly string[] } = {
  id: ['id', 'code', 'ons code', 'gss code', 'urn', 'reference'],
  name: ['name', 'authority', 'local authority', 'organisation', 'organization', 'council', 'school', 'recipient'],
  contact: ['contact', 'contact name', 'lead', 'lead officer', 'person', 'officer'],
  email: ['email', 'e-mail', 'email address', 'e-mail address', 'mail', 'address'],
  language: ['language', 'lang'],
}

const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

const knownBy = (heading: string): Known | null =>
  (Object.keys(headings) as Known[]).find((known) => headings[known].includes(heading.toLowerCase())) ?? null

const looksLikeEmail = (text: string): boolean => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@.]+$/.test(text)

/**
 * Reads a list of who is to be asked. A first line of headings says what the columns are; without one the first column
 * is the name and a column of addresses is the e-mail. Control characters and line breaks in a cell become a space.
 * Every line is taken or refused with its reason.
 *
 * @example readList([{ line: 1, cells: ['Name', 'Region'] }, { line: 2, cells: ['Kent', 'South East'] }], 'name')
 */
export const readList = (lines: readonly ListLine[], same: SameBy): ReadList => {
  const trimmed = lines
    .map(({ line, cells }) => ({ line, cells: cells.map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first, ...others] = trimmed
  if (first === undefined) return { members: [], columns: [], refused: [] }
  const isHeaded = first.cells.some((cell) => knownBy(cell) === 'name' || knownBy(cell) === 'id')
  const columns = isHeaded ? namedColumns(first.cells) : guessedColumns(trimmed)
  const refused: ReadList['refused'][number][] = []
  const members: Member[] = []
  const seen = new Map<string, number>()
  const ids = new Map<string, number>()
  for (const { line, cells } of isHeaded ? others : trimmed) {
    const member = memberOf(columns, cells)
    const twin = seen.get(sameKey(member, same)) ?? ids.get(member.id.toLowerCase())
    const reason = faultOf(member, cells, members.length) ?? (twin === undefined ? null : `The same as line ${twin}.`)
    if (reason !== null) {
      refused.push({
        line,
        text: cells
          .filter((cell) => cell !== '')
          .join(', ')
          .slice(0, 200),
        reason,
      })
      continue
    }
    if (sameKey(member, same) !== '') seen.set(sameKey(member, same), line)
    ids.set(member.id.toLowerCase(), line)
    members.push(member)
  }
  return { members, columns, refused }
}

const namedColumns = (cells: readonly string[]): ReadList['columns'] => {
  const taken = new Set<string>()
  return cells.map((heading) => {
    const known = knownBy(heading)
    const takenFor = heading === '' || taken.has(known ?? heading) ? 'nothing' : (known ?? 'group')
    taken.add(known ?? heading)
    return { heading, takenFor }
  })
}

const guessedColumns = (lines: readonly ListLine[]): ReadList['columns'] => {
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const email = Array.from({ length: width }, (_, at) => at).find(
    (at) => at > 0 && lines.some(({ cells }) => looksLikeEmail(cells[at] ?? '')),
  )
  return Array.from({ length: width }, (_, at) => {
    if (at === 0) return { heading: 'Name', takenFor: 'name' as const }
    return at === email
      ? { heading: 'E-mail', takenFor: 'email' as const }
      : { heading: `Column ${at + 1}`, takenFor: 'group' as const }
  })
}

const memberOf = (columns: ReadList['columns'], cells: readonly string[]): Member => {
  const of = (known: Known): string => cells[columns.findIndex(({ takenFor }) => takenFor === known)] ?? ''
  const name = of('name') || of('id')
  const groups = columns.flatMap(({ heading, takenFor }, at) =>
    takenFor === 'group' && (cells[at] ?? '') !== '' ? [[heading, cells[at] ?? ''] as const] : [],
  )
  return {
    id: of('id') || name,
    name,
    contact: of('contact'),
    email: of('email'),
    language: of('language').toLowerCase(),
    strata: Object.fromEntries(groups),
  }
}

const sameKey = (member: Member, same: SameBy): string => member[same].toLowerCase()

const faultOf = (member: Member, cells: readonly string[], already: number): string | null => {
  if (already >= listLimits.members) return `A list holds ${listLimits.members} at most.`
  if (member.name === '') return 'There is no name.'
  if (cells.some((cell) => cell.length > listLimits.cell)) return `A cell is over ${listLimits.cell} characters long.`
  if (member.email !== '' && !looksLikeEmail(member.email)) return `“${member.email}” is not an e-mail address.`
  if (!/^([a-z]{2,3}(-[a-z0-9]{2,8})?)?$/.test(member.language)) return `“${member.language}” is not a language code.`
  if (Object.keys(member.strata).length > listLimits.groups) return `There are over ${listLimits.groups} groups.`
  return null
}
