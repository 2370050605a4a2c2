import { isJsonObject } from '../survey/json.ts'
import type { Version } from '../survey/version.ts'
import type { SurveysAnswer } from './messages.ts'
import { readStanding } from './read-standing.ts'
import { has, isCount, saysWhoseItIs } from './read-parts.ts'

const isDefinition = (value: unknown): boolean =>
  isJsonObject(value) &&
  isJsonObject(value['proforma']) &&
  has('survey', value['proforma']['id']) &&
  Array.isArray(value['pages'])

/** A published version as it came over the wire, or null. Its definition goes through the engine's whitelist later. */
export const readVersion = (value: unknown): Version | null =>
  isJsonObject(value) &&
  has('sha256', value['id']) &&
  has('survey', value['survey']) &&
  isCount(value['number'], 1) &&
  has('instant', value['publishedAt']) &&
  isDefinition(value['definition'])
    ? (value as unknown as Version)
    : null

const areStandings = (value: unknown): boolean =>
  Array.isArray(value) && value.every((standing) => readStanding(standing) !== null)

/** The published versions and how the surveys stand, as they came over the wire, or null where it is anything else. */
export const readSurveysAnswer = (value: unknown): SurveysAnswer | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  Array.isArray(value['versions']) &&
  value['versions'].every((version) => readVersion(version) !== null) &&
  (value['standings'] === undefined || areStandings(value['standings'])) &&
  (value['sealTo'] === undefined || has('base64', value['sealTo']))
    ? (value as unknown as SurveysAnswer)
    : null
