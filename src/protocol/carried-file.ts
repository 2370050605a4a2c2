import type { DeviceId, Revision } from '../response/revision.ts'
import { isJsonObject, type Json, type JsonObject, parseJson } from '../survey/json.ts'
import type { Standing } from '../survey/standing.ts'
import type { Version } from '../survey/version.ts'
import { readRevision } from './read-revision.ts'
import { readStanding } from './read-standing.ts'
import { readVersion } from './read-surveys-answer.ts'
import { has } from './read-parts.ts'

/**
 * What one device hands to another, or to the server, as a file: NDJSON, a line each. It is taken in as if it had been
 * pushed, by whoever gets it and any number of times. Drafts and photos are the devices' own: `Json` here.
 */
export interface Carried {
  /** That wrote the file. */
  readonly device: DeviceId
  readonly versions: readonly Version[]
  readonly standings: readonly Standing[]
  readonly revisions: readonly Revision[]
  readonly drafts: readonly Json[]
  readonly photos: readonly CarriedPhoto[]
}

/** A photo or a drawing that a return names. */
export interface CarriedPhoto {
  readonly sha256: string
  readonly mediaType: string
  readonly base64: string
  readonly responses: readonly string[]
}

const form = 'proforma-carried-1'

/** Writes the file. Versions come before what needs them. */
export const writeCarried = ({ device, versions, standings, revisions, drafts, photos }: Carried): string =>
  [
    { type: 'about', form, device },
    ...versions.map((version) => ({ type: 'version', version })),
    ...standings.map((standing) => ({ type: 'standing', standing })),
    ...revisions.map((revision) => ({ type: 'return', ...revision })),
    ...drafts.map((kept) => ({ type: 'draft', kept })),
    ...photos.map((photo) => ({ type: 'photo', photo })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

export type ReadCarried =
  | { readonly ok: true; readonly carried: Carried; readonly faults: readonly string[] }
  | { readonly ok: false; readonly reason: string }

/**
 * Reads the file line by line. A line that is not as it should be is a fault, in a sentence, and does not hold up the
 * others: half of a file that was cut off is better than none.
 */
export const readCarried = (text: string): ReadCarried => {
  const lines = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [{ line, number: index + 1 }]))
  const parsed = lines.map(({ line, number }) => {
    const read = parseJson(line)
    return { number, value: read.ok && isJsonObject(read.value) ? read.value : null }
  })
  const first = parsed[0]?.value
  if (first?.['type'] !== 'about' || first['form'] !== form)
    return { ok: false, reason: 'This is not a file that Proforma saved to be carried.' }
  const device = first['device']
  if (!has('uuid', device)) return { ok: false, reason: 'The file does not say which device it is from.' }
  const growing: Growing = { versions: [], standings: [], revisions: [], drafts: [], photos: [] }
  const faults = parsed
    .slice(1)
    .flatMap(({ number, value }) =>
      value !== null && take(growing, value) ? [] : [`Line ${number} could not be read, and was left out.`],
    )
  return { ok: true, carried: { device: device as DeviceId, ...growing }, faults }
}

type Growing = { readonly [M in Exclude<keyof Carried, 'device'>]: Carried[M][number][] }

const take = (into: Growing, { type, ...line }: JsonObject): boolean => {
  switch (type) {
    case 'version':
      return put(into.versions, readVersion(line['version']))
    case 'standing':
      return put(into.standings, readStanding(line['standing']))
    case 'return':
      return put(into.revisions, readRevision(line))
    case 'draft':
      return put(into.drafts, line['kept'] ?? null)
    case 'photo':
      return put(into.photos, readPhoto(line['photo']))
    default:
      return false
  }
}

const put = <Value>(list: Value[], value: Value | null): boolean => {
  if (value === null) return false
  list.push(value)
  return true
}

const readPhoto = (value: unknown): CarriedPhoto | null =>
  isJsonObject(value) &&
  has('sha256', value['sha256']) &&
  typeof value['mediaType'] === 'string' &&
  typeof value['base64'] === 'string' &&
  Array.isArray(value['responses']) &&
  value['responses'].every((response) => has('uuid', response))
    ? (value as unknown as CarriedPhoto)
    : null
