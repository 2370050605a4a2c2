import { fromBase64 } from './base64.ts'
import { type Carried, type CarriedPhoto, readCarried } from '../protocol/carried-file.ts'
import { attachmentLimits, attachmentTypes } from '../response/attachment.ts'
import { type ResponseId, type Revision, revisionDigest } from '../response/revision.ts'
import { isJsonObject, type Json } from '../survey/json.ts'
import { sha256HexOf } from '../survey/sha256.ts'
import { type KeptAttachment, tidyAttachments } from './attachments.ts'
import type { DeviceDatabase, KeptDraft } from './database.ts'
import { returnFrame } from './journal/entries.ts'
import { keepStandings } from './keep-standings.ts'
import { keepVersions } from './keep-versions.ts'
import { waitingOf } from './outbox.ts'
import { sendStanding, sendVersion } from './publications.ts'
import { whyNotSaved } from './storage-failure.ts'
import { putReturns, returnTables } from './write-returns.ts'

/** What became of a file: how many of each are new here, how many returns were here already, and what was left out. */
export type TakenIn =
  | {
      readonly ok: true
      readonly versions: number
      readonly returns: number
      readonly known: number
      readonly drafts: number
      readonly faults: readonly string[]
    }
  | { readonly ok: false; readonly reason: string }

/**
 * Takes in a file that `carryOut` wrote, here or on another device, any number of times. Returns keep the name of the
 * device that made them, and wait to be sent from here too: whichever arrives second is a duplicate to the server.
 */
export const takeIn = async (database: DeviceDatabase, text: string): Promise<TakenIn> => {
  const read = readCarried(text)
  if (!read.ok) return read
  const { carried, faults } = read
  try {
    const versions = await takeVersions(database, carried)
    const sound = carried.revisions.filter(isSound)
    const { fresh, known, unlike } = await sortReturns(database, sound)
    const journalled = await (
      await database.journal()
    ).append({ returns: fresh.map((each) => returnFrame(each, 'alone')) })
    if (!journalled.ok && !journalled.refused) return { ok: false, reason: journalled.reason }
    await keepReturns(database, fresh)
    const drafts = await takeDrafts(database, carried.drafts)
    await takePhotos(database, carried.photos)
    await tidyAttachments(database)
    const changed = carried.revisions.length - sound.length
    return {
      ok: true,
      versions,
      returns: fresh.length,
      known,
      drafts,
      faults: [
        ...faults,
        ...(changed === 0
          ? []
          : [`${changed} of the returns had been changed since they were made, and were left out.`]),
        ...(unlike === 0 ? [] : [`${unlike} of the returns are here already with other answers, and were left out.`]),
      ],
    }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

const takeVersions = async (database: DeviceDatabase, { versions, standings }: Carried): Promise<number> => {
  const here = new Set(await database.versions.toCollection().primaryKeys())
  // The number of one that is here already is this device's or the server's word.
  const fresh = versions.filter(({ id }) => !here.has(id))
  const unsound = new Set(await keepVersions(database, fresh))
  const kept = fresh.filter(({ id }) => !unsound.has(id))
  await keepStandings(database, standings)
  await database.transaction('rw', [database.versionsOut, database.standingsOut, database.standings], async () => {
    for (const version of kept) await sendVersion(database, version)
    const taken = await database.standings.bulkGet(kept.map(({ survey }) => survey))
    for (const standing of taken) if (standing !== undefined) await sendStanding(database, standing)
  })
  return kept.length
}

const isSound = (revision: Revision): boolean => {
  try {
    return revisionDigest(revision) === revision.sha256
  } catch {
    return false
  }
}

/** Which returns are new here. What was taken out or deleted here does not come back by file. */
const sortReturns = async (database: DeviceDatabase, revisions: readonly Revision[]) => {
  const kept = await database.returns.bulkGet(revisions.map(({ id }) => id))
  const erased = await database.erasures.bulkGet(revisions.map(({ response }) => response))
  const deleted = await database.deletedReturns.bulkGet(revisions.map(({ id }) => id))
  const fresh = revisions.filter(
    (_, index) => kept[index] === undefined && erased[index] === undefined && deleted[index] === undefined,
  )
  const unlike = revisions.filter(({ sha256 }, index) => (kept[index]?.revision.sha256 ?? sha256) !== sha256).length
  return { fresh, unlike, known: revisions.length - fresh.length - unlike }
}

const keepReturns = (database: DeviceDatabase, fresh: readonly Revision[]): Promise<void> => {
  const { outbox, drafts } = database
  return database.transaction('rw', [outbox, drafts, ...returnTables(database)], async () => {
    await putReturns(
      database,
      fresh.map((revision) => ({ revision, seq: null })),
    )
    await outbox.bulkPut(fresh.map(waitingOf))
    const ids = new Set(fresh.map(({ id }) => id))
    await drafts.filter(({ revision }) => ids.has(revision)).delete()
  })
}

/** A form that is begun here and was saved since stays as it is here. */
const takeDrafts = (database: DeviceDatabase, carried: readonly Json[]): Promise<number> => {
  const { drafts, returns, erasures, versions } = database
  return database.transaction('rw', [drafts, returns, erasures, versions], async () => {
    let taken = 0
    for (const kept of carried) {
      if (!isDraft(kept)) continue
      const { response, version } = kept.draft
      const there = await drafts.get(response)
      const over =
        (await returns.get(kept.revision)) !== undefined ||
        (await erasures.get(response)) !== undefined ||
        (await versions.get(version)) === undefined
      if (over || (there !== undefined && (there.revision !== kept.revision || there.counter >= kept.counter))) continue
      await drafts.put(kept)
      taken += 1
    }
    return taken
  })
}

const isDraft = (kept: unknown): kept is KeptDraft => {
  if (!isJsonObject(kept) || !isJsonObject(kept['draft'])) return false
  const { response, survey, version, language, savedAt, startedAt, answers, page, way } = kept['draft']
  const texts = [kept['revision'], response, survey, version, language, savedAt, startedAt, way]
  return (
    texts.every((text) => typeof text === 'string') &&
    isJsonObject(answers) &&
    Number.isInteger(page) &&
    Number.isInteger(kept['counter'])
  )
}

const takePhotos = (database: DeviceDatabase, photos: readonly CarriedPhoto[]): Promise<void> =>
  database.transaction('rw', database.attachments, async () => {
    for (const photo of photos) {
      const there = await database.attachments.get(photo.sha256)
      const fresh = there === undefined ? readPhoto(photo) : null
      if (fresh !== null) await database.attachments.put(fresh)
    }
  })

const readPhoto = ({ sha256, mediaType, base64, responses }: CarriedPhoto): KeptAttachment | null => {
  const type = attachmentTypes.find((known) => known === mediaType)
  const bytes = fromBase64(base64)
  if (type === undefined || bytes === null || bytes.length > attachmentLimits.bytes || sha256HexOf(bytes) !== sha256)
    return null
  return { sha256, type, bytes, responses: responses as readonly ResponseId[], standing: 'held' }
}
