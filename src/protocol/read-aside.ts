import { isJsonObject } from '../survey/json.ts'
import type { AsideAnswer, AsideDecided } from './aside-messages.ts'
import { has, isCount, isOneOf, saysWhoseItIs } from './read-parts.ts'
import { keptAside } from './refusals.ts'

const isRejected = (value: unknown): boolean =>
  value === null || (isJsonObject(value) && has('instant', value['at']) && typeof value['because'] === 'string')

const isEntry = (value: unknown): boolean =>
  isJsonObject(value) &&
  has('sha256', value['sha256']) &&
  isOneOf(keptAside, value['reason']) &&
  isCount(value['times'], 1) &&
  has('instant', value['firstAt']) &&
  has('instant', value['lastAt']) &&
  typeof value['content'] === 'string' &&
  isCount(value['characters'], 0) &&
  isRejected(value['rejected'])

const isOfSurvey = (value: unknown): boolean =>
  isJsonObject(value) &&
  (value['survey'] === null || has('survey', value['survey'])) &&
  isCount(value['waiting'], 0) &&
  isCount(value['rejected'], 0)

/** What the server keeps aside, as it came over the wire, or null where it is anything else. */
export const readAsideAnswer = (value: unknown): AsideAnswer | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  Array.isArray(value['aside']) &&
  value['aside'].every(isEntry) &&
  typeof value['more'] === 'boolean' &&
  (value['bySurvey'] === undefined || (Array.isArray(value['bySurvey']) && value['bySurvey'].every(isOfSurvey)))
    ? (value as unknown as AsideAnswer)
    : null

const outcomes: { readonly [B in AsideDecided['became']]: true } = {
  stored: true,
  known: true,
  erased: true,
  aside: true,
  rejected: true,
  gone: true,
}

/** What became of something that was kept aside, or null where it is anything else. */
export const readAsideDecided = (value: unknown): AsideDecided | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  isOneOf(outcomes, value['became']) &&
  (value['reason'] === null || isOneOf(keptAside, value['reason']))
    ? (value as unknown as AsideDecided)
    : null
