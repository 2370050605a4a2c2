import { type Standing, standingOf } from './standing.ts'
import type { Version } from './version.ts'

/** Of each survey that is live the version to fill in now, in the order of their ids. Closed surveys are left out. */
export const liveVersions = (versions: readonly Version[], standings: readonly Standing[] = []): readonly Version[] =>
  [...Map.groupBy(versions, ({ survey }) => survey)]
    .flatMap(([survey, own]) => {
      const { state, version } = standingOf(
        standings.find((standing) => standing.survey === survey),
        own,
      )
      return state === 'live' && version !== null ? [version] : []
    })
    .sort((a, b) => a.survey.localeCompare(b.survey))
