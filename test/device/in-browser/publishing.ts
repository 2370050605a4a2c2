import { startDraft } from '../../../src/device/drafts.ts'
import { exchange } from '../../../src/device/exchange.ts'
import { listDesigns, listLive } from '../../../src/device/list-designs.ts'
import { listPublications } from '../../../src/device/list-publications.ts'
import { renameDesign } from '../../../src/device/manage-designs.ts'
import { openDesign } from '../../../src/device/open-design.ts'
import { offerKeptAsideAgain, readOutbox } from '../../../src/device/outbox.ts'
import { offerRefusedAgain } from '../../../src/device/publications.ts'
import { closeSurvey, publishDesign, reopenSurvey } from '../../../src/device/publish-design.ts'
import { readSyncState } from '../../../src/device/read-sync-state.ts'
import { returnDraft } from '../../../src/device/return-draft.ts'
import { returnsOf } from '../../../src/device/returns.ts'
import { listVersions } from '../../../src/device/versions.ts'
import type { Answers } from '../../../src/response/answers.ts'
import type { Statuses } from '../../../src/response/status.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import type { Version } from '../../../src/survey/version.ts'
import { clock, newId, opened } from './open.ts'

/** Gives a survey a title, saves and publishes it; how that ended. */
export const publishAs = async (name: string, id: SurveyId, title: string) => {
  const database = await opened(name)
  await renameDesign(database, id, title, clock)
  const made = await openDesign(database, id, clock)
  if (made.kind !== 'opened') throw new Error(made.kind)
  return publishDesign(database, made.open.design, clock, newId)
}

/** Publishes a design as it was, after another tab saved it since. */
export const publishStale = async (name: string, id: SurveyId) => {
  const database = await opened(name)
  const made = await openDesign(database, id, clock)
  if (made.kind !== 'opened') throw new Error(made.kind)
  await renameDesign(database, id, 'Since', clock)
  return publishDesign(database, made.open.design, clock, newId)
}

export const close = async (name: string, id: SurveyId) => closeSurvey(await opened(name), id, clock, newId)

export const reopen = async (name: string, id: SurveyId) => reopenSurvey(await opened(name), id, clock, newId)

/** Fills in a form of a version and returns it. */
export const fillIn = async (name: string, { id: version, survey }: Version, answers: Answers, statuses: Statuses) => {
  const database = await opened(name)
  const started = await startDraft(database, { survey, version, way: 'family', language: 'en' }, clock, newId)
  if (!started.ok) throw new Error(started.reason)
  const returned = await returnDraft(database, started.kept, { answers, statuses }, clock)
  if (returned.kind !== 'returned') throw new Error(returned.kind)
  return returned.revision
}

/** One exchange, as "Send now" makes it; how things stand after it. */
export const sendNow = async (name: string) => {
  const database = await opened(name)
  await offerKeptAsideAgain(database)
  await offerRefusedAgain(database)
  return exchanged(name)
}

/** One exchange; how things stand after it. */
export const exchanged = async (name: string) => {
  const database = await opened(name)
  await exchange(database, 'asked', { fetch: (path, init) => fetch(path, init), clock, random: () => 0.5 })
  return readSyncState(database)
}

/** What a tab sees of surveys and answers. */
export const seen = async (name: string, survey: SurveyId) => {
  const database = await opened(name)
  return {
    live: await listLive(database),
    versions: (await listVersions(database, survey)).map(({ number, definition }) => [number, definition.title]),
    designs: (await listDesigns(database)).map(({ state, version }) => [state, version?.number ?? null]),
    publications: await listPublications(database),
    returns: await returnsOf(database, survey),
    outbox: await readOutbox(database),
  }
}

/** Keeps versions as a newer app ships them, or as a damaged disk might. */
export const keepVersion = async (name: string, version: Version) => (await opened(name)).versions.put(version)

/** Puts the devices' own word for a version among those to be sent. */
export const spoilVersion = async (name: string, { id }: Version) =>
  (await opened(name)).versions.update(id, (version: { definition: { title: unknown } }) => {
    version.definition.title = 'Spoiled'
  })
