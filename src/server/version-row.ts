import type { Definition } from '../survey/definition.ts'
import type { Standing } from '../survey/standing.ts'
import type { Version } from '../survey/version.ts'
import type { StandingRow, VersionRow } from './tables.ts'

export const versionOf = ({ id, survey, number, published_at: publishedAt, definition }: VersionRow): Version => ({
  id,
  survey,
  number,
  publishedAt,
  definition: JSON.parse(definition) as Definition,
})

export const versionRow = ({ id, survey, number, publishedAt, definition }: Version): VersionRow => ({
  id,
  survey,
  number,
  published_at: publishedAt,
  definition: JSON.stringify(definition),
})

export const standingOfRow = ({ id, survey, version, state, decided_at: at, seq }: StandingRow): Standing => ({
  id,
  survey,
  version,
  state,
  at,
  seq,
})
