import type { Consent, Revision } from '../response/revision.ts'
import { isJsonObject, type JsonObject } from '../survey/json.ts'
import { has, isCount } from './read-parts.ts'

const ways: readonly unknown[] = ['family', 'interviewer', 'link', 'paper']

const isStatusMap = (value: unknown): boolean =>
  isJsonObject(value) && Object.values(value).every((status) => typeof status === 'string')

const consentMembers: { readonly [M in keyof Consent]: (value: unknown) => boolean } = {
  question: (value) => typeof value === 'string',
  given: (value) => typeof value === 'boolean',
  at: (value) => has('instant', value),
  version: (value) => has('sha256', value),
  language: (value) => has('language', value),
}

const isConsent = (value: unknown): boolean =>
  isJsonObject(value) &&
  Object.keys(value).length === Object.keys(consentMembers).length &&
  Object.entries(consentMembers).every(([name, isRight]) => isRight(value[name]))

const isSealed = (value: unknown): boolean =>
  isJsonObject(value) &&
  Object.keys(value).length === 2 &&
  has('base64', value['box']) &&
  Array.isArray(value['photos']) &&
  value['photos'].every((photo) => has('sha256', photo))

/** Member → whether its value has the right form. */
const members: { readonly [M in keyof Revision]-?: (value: unknown) => boolean } = {
  id: (value) => has('uuid', value),
  response: (value) => has('uuid', value),
  survey: (value) => has('survey', value),
  version: (value) => has('sha256', value),
  device: (value) => has('uuid', value),
  deviceSequence: (value) => isCount(value, 1),
  replaces: (value) => value === null || has('uuid', value),
  answers: isJsonObject,
  statuses: isStatusMap,
  way: (value) => ways.includes(value),
  language: (value) => has('language', value),
  startedAt: (value) => has('instant', value),
  returnedAt: (value) => has('instant', value),
  notes: (value) => isJsonObject(value) && Object.values(value).every((note) => typeof note === 'string'),
  consents: (value) => Array.isArray(value) && value.every(isConsent),
  seconds: (value) => isCount(value, 0),
  sealed: (value) => isSealed(value),
  sha256: (value) => has('sha256', value),
}

const names = Object.keys(members)

/** A return that says nothing of these leaves them out. */
const optional: readonly string[] = ['notes', 'consents', 'seconds', 'sealed'] satisfies readonly (keyof Revision)[]

/** A return as it came over the wire, or null: every member there and of the right form, none beside. */
export const readRevision = (value: unknown): Revision | null =>
  isJsonObject(value) && Object.keys(value).every((name) => names.includes(name)) && hasAll(value)
    ? (value as unknown as Revision)
    : null

const hasAll = (value: JsonObject): boolean =>
  Object.entries(members).every(([name, isRight]) =>
    Object.hasOwn(value, name) ? isRight(value[name]) : optional.includes(name),
  )
