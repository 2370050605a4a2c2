import type { SurveyId } from '../survey/ids.ts'
import type { Standing, StandingId } from '../survey/standing.ts'
import { publish, type Version } from '../survey/version.ts'
import type { DeviceDatabase } from './database.ts'
import type { KeptDesign } from './kept-design.ts'
import { copyShelves } from './journal/shelves.ts'
import { surveyStanding } from './list-designs.ts'
import { versionRoom } from './plan-publish.ts'
import type { Clock, NewId } from './ports.ts'
import { bytesOf, sendStanding, sendVersion } from './publications.ts'
import { whyNotSaved } from './storage-failure.ts'

/**
 * How publishing ended.
 * - `published`: the version is live on this device, and waits to be sent
 * - `conflict`: another tab saved the design since; nothing was published
 * - `gone`: the design was deleted
 * - `failed`: nothing was written; `reason` is a sentence
 */
export type DesignPublished =
  | { readonly kind: 'published'; readonly version: Version }
  | { readonly kind: 'conflict'; readonly newer: KeptDesign }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Freezes a design as it was last saved as the next version of its survey, and makes it live. A wording that was
 * published before is that version again. Its number is this device's guess until the server has taken it.
 *
 * Whether it opens, through the engine's whitelist, is asked by the page before: this room has no engine.
 */
export const publishDesign = async (
  database: DeviceDatabase,
  last: KeptDesign,
  clock: Clock,
  newId: NewId,
): Promise<DesignPublished> => {
  const { designs, versions, versionsOut, standings, standingsOut } = database
  const all = [designs, versions, versionsOut, standings, standingsOut]
  try {
    const published = await database.transaction('rw', all, async (): Promise<DesignPublished> => {
      const there = await designs.get(last.id)
      if (there === undefined) return { kind: 'gone' }
      if (there.counter !== last.counter) return { kind: 'conflict', newer: there }
      const before = await versions.where('survey').equals(last.id).sortBy('number')
      const made = publish(there.definition, before.at(-1) ?? null, clock())
      const known = before.find(({ id }) => id === made.id)
      if (known === undefined) {
        if (bytesOf(made) > versionRoom) return { kind: 'failed', reason: 'The survey is too large to be published.' }
        await versions.add(made)
        await sendVersion(database, made)
      }
      const version = known ?? made
      await decide(database, version, 'live', clock, newId)
      return { kind: 'published', version }
    })
    void copyShelves(database)
    return published
  } catch (error) {
    return { kind: 'failed', reason: whyNotSaved(error) }
  }
}

export type SurveyDecided = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Closes a survey: it is no longer offered to be filled in. Forms that were begun can still be returned. */
export const closeSurvey = (
  database: DeviceDatabase,
  survey: SurveyId,
  clock: Clock,
  newId: NewId,
): Promise<SurveyDecided> => decideOn(database, survey, 'closed', clock, newId)

/** Opens a closed survey again, with the version that was live when it was closed. */
export const reopenSurvey = (
  database: DeviceDatabase,
  survey: SurveyId,
  clock: Clock,
  newId: NewId,
): Promise<SurveyDecided> => decideOn(database, survey, 'live', clock, newId)

const decideOn = async (
  database: DeviceDatabase,
  survey: SurveyId,
  state: Standing['state'],
  clock: Clock,
  newId: NewId,
): Promise<SurveyDecided> => {
  const { versions, standings, standingsOut } = database
  try {
    const decided = await database.transaction(
      'rw',
      [versions, standings, standingsOut],
      async (): Promise<SurveyDecided> => {
        const { version } = await surveyStanding(database, survey)
        if (version === null) return { ok: false, reason: 'This survey was never published.' }
        await decide(database, version, state, clock, newId)
        return { ok: true }
      },
    )
    void copyShelves(database)
    return decided
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/** A decision that is no change is none: it would only undo what was decided elsewhere meanwhile. */
const decide = async (
  database: DeviceDatabase,
  { survey, id: version }: Version,
  state: Standing['state'],
  clock: Clock,
  newId: NewId,
): Promise<void> => {
  const now = await database.standings.get(survey)
  if (now?.version === version && now.state === state) return
  const standing = { id: newId() as StandingId, survey, version, state, at: clock().toISOString(), seq: null }
  await database.standings.put(standing)
  await sendStanding(database, standing)
}
