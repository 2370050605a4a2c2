import { toBase64 } from './base64.ts'
import { type Carried, writeCarried } from '../protocol/carried-file.ts'
import type { Revision, RevisionId } from '../response/revision.ts'
import type { Json } from '../survey/json.ts'
import { liveVersions } from '../survey/live-versions.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import { readAlone } from './journal/read-alone.ts'

/** What goes into the file: all that is not yet sent, one return, or the surveys alone. */
export type ToCarry = 'unsent' | 'surveys' | { readonly revision: RevisionId }

/**
 * A file of what has not reached the server, with the surveys that it answers and those that are live here: for another
 * device, or for the server's `proforma take`.
 */
export const carryOut = async (database: DeviceDatabase, what: ToCarry): Promise<string> => {
  const { meta, returns, outbox, keptAside, drafts, versions, standings, attachments } = database
  // What the database could not keep: it is not in there.
  const alone = what === 'unsent' ? await readAlone(database) : []
  return database.transaction(
    'r',
    [meta, returns, outbox, keptAside, drafts, versions, standings, attachments],
    async () => {
      const ids = typeof what === 'object' ? [what.revision] : what === 'surveys' ? [] : await unsent(database)
      const kept = (await returns.bulkGet(ids)).flatMap((each) => (each === undefined ? [] : [each.revision]))
      const revisions = [...kept, ...alone]
      const begun = what === 'unsent' ? await drafts.toArray() : []
      const all = await versions.toArray()
      const live = typeof what === 'object' ? [] : liveVersions(all).map(({ id }) => id)
      const needed = new Set([
        ...live,
        ...revisions.map(({ version }) => version),
        ...begun.map(({ draft }) => draft.version),
      ])
      const { device } = await thisDevice(database)
      const carried: Carried = {
        device,
        versions: all.filter(({ id }) => needed.has(id)),
        standings: (await standings.toArray()).filter(({ version }) => needed.has(version)),
        revisions: revisions.sort((a, b) => a.deviceSequence - b.deviceSequence),
        drafts: begun as unknown as readonly Json[],
        photos: await photosOf(database, [
          ...revisions.map(({ response }) => response),
          ...begun.map(({ draft }) => draft.response),
        ]),
      }
      return writeCarried(carried)
    },
  )
}

const unsent = async ({ outbox, keptAside }: DeviceDatabase): Promise<RevisionId[]> => [
  ...(await outbox.toCollection().primaryKeys()),
  ...(await keptAside.toCollection().primaryKeys()),
]

const photosOf = async (
  { attachments }: DeviceDatabase,
  responses: readonly Revision['response'][],
): Promise<Carried['photos']> => {
  const kept = await attachments
    .where('responses')
    .anyOf([...responses])
    .distinct()
    .toArray()
  return kept.map(({ sha256, type, bytes, responses: of }) => ({
    sha256,
    mediaType: type,
    base64: toBase64(bytes),
    responses: of,
  }))
}
