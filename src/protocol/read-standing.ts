import { isJsonObject } from '../survey/json.ts'
import type { Standing } from '../survey/standing.ts'
import { has, isCount } from './read-parts.ts'

/** Member → whether its value has the right form. */
const members: { readonly [M in keyof Standing]: (value: unknown) => boolean } = {
  id: (value) => has('uuid', value),
  survey: (value) => has('survey', value),
  version: (value) => has('sha256', value),
  state: (value) => value === 'live' || value === 'closed',
  at: (value) => has('instant', value),
  seq: (value) => value === null || isCount(value, 1),
}

/** How a survey stands, as it came over the wire, or null: every member there and of the right form, none beside. */
export const readStanding = (value: unknown): Standing | null =>
  isJsonObject(value) &&
  Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
  Object.entries(members).every(([name, isRight]) => Object.hasOwn(value, name) && isRight(value[name]))
    ? (value as unknown as Standing)
    : null
