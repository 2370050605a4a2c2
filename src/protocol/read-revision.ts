import type { Revision } from '../response/revision.ts'
import { isJsonObject, type JsonObject } from '../survey/json.ts'
import { has, isCount } from './read-parts.ts'

const ways: readonly unknown[] = ['family', 'interviewer', 'link', 'paper']

const isStatusMap = (value: unknown): boolean =>
  isJsonObject(value) && Object.values(value).every((status) => typeof status === 'string')

/** Member → whether its value has the right form. */
const members: { readonly [M in keyof Revision]: (value: unknown) => boolean } = {
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
  sha256: (value) => has('sha256', value),
}

const names = Object.keys(members)

/** A return as it came over the wire, or null: every member there and of the right form, none beside. */
export const readRevision = (value: unknown): Revision | null =>
  isJsonObject(value) && Object.keys(value).every((name) => names.includes(name)) && hasAll(value)
    ? (value as unknown as Revision)
    : null

const hasAll = (value: JsonObject): boolean =>
  Object.entries(members).every(([name, isRight]) => Object.hasOwn(value, name) && isRight(value[name]))
