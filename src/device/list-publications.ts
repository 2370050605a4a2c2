import type { SurveyId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import type { DeviceDatabase } from './database.ts'

/** Something that was published or decided here and has not reached the server. */
export interface Publication {
  readonly survey: SurveyId
  /** Null when this device no longer has it. */
  readonly version: Version | null
  readonly what: 'published' | 'live' | 'closed'
  /** Why the server refused it, in a sentence; null while it waits to be sent. */
  readonly refused: string | null
}

/** Versions first, then decisions, each in the order in which they were made. */
export const listPublications = (database: DeviceDatabase): Promise<readonly Publication[]> => {
  const { versions, versionsOut, standingsOut } = database
  return database.transaction('r', [versions, versionsOut, standingsOut], async () => {
    const out = (await versionsOut.toArray()).sort((a, b) => a.order - b.order)
    const decided = (await standingsOut.toArray()).sort((a, b) => a.order - b.order)
    const ids = [...out.map(({ id }) => id), ...decided.map(({ standing }) => standing.version)]
    const kept = await versions.bulkGet(ids)
    const published = out.flatMap(({ refused }, index): Publication[] => {
      const version = kept[index]
      return version === undefined ? [] : [{ survey: version.survey, version, what: 'published', refused }]
    })
    const standings = decided.map(({ standing, refused }, index): Publication => {
      const version = kept[out.length + index] ?? null
      return { survey: standing.survey, version, what: standing.state, refused }
    })
    return [...published, ...standings]
  })
}
