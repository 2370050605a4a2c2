import type { Coding, Theme } from '../coding/theme.ts'
import type { Returned } from '../response/current.ts'
import type { ResponseId, RevisionId } from '../response/revision.ts'
import { itemStatuses, type Statuses } from '../response/status.ts'
import { isVersionId, type VersionId } from '../survey/ids.ts'
import { isJsonObject, type Json, type JsonObject, parseJson } from '../survey/json.ts'
import { digest } from '../survey/sha256.ts'

/** What a file says of itself. */
export interface About {
  readonly survey: string
  readonly version: VersionId | null
  /** Made up to show how it works: nobody's answers. */
  readonly invented: boolean
  readonly note: string | null
}

/** A return as a file holds it. */
export interface FileReturn extends Omit<Returned, 'statuses'> {
  readonly survey: string
  /** Null where the file leaves them out: the engine works them out then. */
  readonly statuses: Statuses | null
  readonly returnedAt: string | null
  readonly invented: boolean
}

export type ReturnLine =
  | { readonly type: 'about'; readonly about: About }
  | { readonly type: 'return'; readonly returned: FileReturn }
  | { readonly type: 'theme'; readonly theme: Theme }
  | { readonly type: 'coding'; readonly coding: Coding }

export type ReadLine =
  | { readonly ok: true; readonly line: ReturnLine }
  | { readonly ok: false; readonly reason: string }

/** Reads one line of a file of returns, by itself. */
export const readReturnLine = (text: string): ReadLine => {
  const parsed = parseJson(text)
  if (!parsed.ok) return refused(parsed.reason.replace(/^line 1: /, ''))
  const { value } = parsed
  if (!isJsonObject(value)) return refused('this is not a JSON object')
  const kind = value['type']
  switch (kind) {
    case 'about':
      return readAbout(value)
    case 'return':
      return readReturn(value)
    case 'theme':
      return readTheme(value)
    case 'coding':
      return readCoding(value)
    default:
      return refused(`its type is ${JSON.stringify(kind) ?? 'missing'}; it must be about, return, theme or coding`)
  }
}

const refused = (reason: string): ReadLine => ({ ok: false, reason })

const textOf = (line: JsonObject, member: string): string | null => {
  const value = line[member]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** What is not there, or is no text, of the members that must be. */
const missing = (line: JsonObject, members: readonly string[]): string | null => {
  const lacking = members.find((member) => textOf(line, member) === null)
  return lacking === undefined ? null : `“${lacking}” is missing or is not text`
}

const readAbout = (line: JsonObject): ReadLine => {
  const lack = missing(line, ['survey'])
  if (lack !== null) return refused(lack)
  const version = textOf(line, 'version')
  if (version !== null && !isVersionId(version)) return refused(notAVersion)
  const about = {
    survey: textOf(line, 'survey') ?? '',
    version,
    invented: line['invented'] === true,
    note: textOf(line, 'note'),
  }
  return { ok: true, line: { type: 'about', about } }
}

const notAVersion = '“version” is not the SHA-256 of a survey (64 characters 0 to 9 and a to f)'

const readReturn = (line: JsonObject): ReadLine => {
  const lack = missing(line, ['id', 'response', 'survey', 'version'])
  if (lack !== null) return refused(lack)
  const version = textOf(line, 'version') ?? ''
  if (!isVersionId(version)) return refused(notAVersion)
  if (line['sealed'] !== undefined) return refused('it is sealed: only the server that it is for can open it')
  const answers = line['answers']
  if (!isJsonObject(answers)) return refused('“answers” is missing or is not an object')
  const statuses = line['statuses'] ?? null
  if (statuses !== null && !areStatuses(statuses)) {
    return refused(`“statuses” holds something else than ${itemStatuses.join(', ')}`)
  }
  const sha256 = line['sha256']
  if (sha256 !== undefined && sha256 !== digestOf(line)) {
    return refused('its content does not match its “sha256”: it was changed after it was returned')
  }
  const returned: FileReturn = {
    id: (textOf(line, 'id') ?? '') as RevisionId,
    response: (textOf(line, 'response') ?? '') as ResponseId,
    replaces: textOf(line, 'replaces') as RevisionId | null,
    survey: textOf(line, 'survey') ?? '',
    version,
    answers,
    statuses,
    returnedAt: textOf(line, 'returnedAt'),
    invented: line['invented'] === true,
  }
  return { ok: true, line: { type: 'return', returned } }
}

const areStatuses = (value: Json): value is Json & Statuses =>
  isJsonObject(value) && Object.values(value).every((status) => itemStatuses.some((known) => known === status))

/** The digest is of the revision itself, as the device sealed it: not of what the file says around it. */
const digestOf = ({ type: _type, invented: _invented, sha256: _sha256, ...revision }: JsonObject): string | null => {
  try {
    return digest(revision)
  } catch {
    // A lone surrogate has no canonical form, so nothing can have sealed it.
    return null
  }
}

const readTheme = (line: JsonObject): ReadLine => {
  const lack = missing(line, ['id', 'label', 'of'])
  if (lack !== null) return refused(lack)
  const theme = { id: textOf(line, 'id') ?? '', label: textOf(line, 'label') ?? '', of: textOf(line, 'of') ?? '' }
  return { ok: true, line: { type: 'theme', theme } }
}

const readCoding = (line: JsonObject): ReadLine => {
  const lack = missing(line, ['response', 'question', 'theme'])
  if (lack !== null) return refused(lack)
  const coding = {
    response: (textOf(line, 'response') ?? '') as ResponseId,
    question: textOf(line, 'question') ?? '',
    theme: textOf(line, 'theme') ?? '',
  }
  return { ok: true, line: { type: 'coding', coding } }
}
