import type { SurveyId } from './ids.ts'
import type { Version } from './version.ts'

/** Of each survey the version with the highest number: the one to fill in now. In the order of their ids. */
export const liveVersions = (versions: readonly Version[]): readonly Version[] => {
  const live = new Map<SurveyId, Version>()
  for (const version of versions) {
    const known = live.get(version.survey)
    if (known === undefined || version.number > known.number) live.set(version.survey, version)
  }
  return [...live.values()].sort((a, b) => a.survey.localeCompare(b.survey))
}
