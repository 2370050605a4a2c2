import type { Publish, PublishAnswer, StandingAck, VersionAck } from '../protocol/messages.ts'
import { notPublished } from '../protocol/refusals.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Standing } from '../survey/standing.ts'
import type { DeviceDatabase } from './database.ts'
import { epochTables, noteEpoch } from './note-epoch.ts'
import { offerAnswersTo } from './outbox.ts'

/**
 * Puts the server's answer on record, all of it or nothing. Returns that were kept aside for want of a version that
 * arrived now wait again. False when it says nothing about something that was sent.
 */
export const recordPublishAnswer = (database: DeviceDatabase, sent: Publish, answer: PublishAnswer): Promise<boolean> =>
  database.transaction('rw', epochTables(database), async () => {
    await noteEpoch(database, answer)
    const versionAcks = sent.versions.map(({ id }) => answer.versions.find((ack) => ack.id === id))
    const standingAcks = sent.standings.map(({ id }) => answer.standings.find((ack) => ack.id === id))
    for (const ack of versionAcks) if (ack !== undefined) await recordVersion(database, ack)
    for (const [index, standing] of sent.standings.entries()) {
      const ack = standingAcks[index]
      if (ack !== undefined) await recordStanding(database, standing, ack)
    }
    const arrived = versionAcks.flatMap((ack) => (ack?.id && ack.status !== 'refused' ? [ack.id] : []))
    await offerAnswersTo(database, new Set(arrived))
    return !versionAcks.includes(undefined) && !standingAcks.includes(undefined)
  })

const recordVersion = async ({ versions, versionsOut }: DeviceDatabase, ack: VersionAck): Promise<void> => {
  if (ack.id === null) return
  switch (ack.status) {
    case 'published':
    case 'known':
      if (ack.number !== null) await versions.update(ack.id, { number: ack.number })
      await versionsOut.delete(ack.id)
      return
    case 'refused':
      await versionsOut.update(ack.id, { refused: whyRefused(ack) })
      return
    default:
      return ack.status satisfies never
  }
}

const recordStanding = async (
  { standings, standingsOut }: DeviceDatabase,
  { id, survey }: Standing,
  ack: StandingAck,
): Promise<void> => {
  switch (ack.status) {
    case 'kept':
    case 'known':
      await standingsOut.delete(id)
      // A later decision may have been made here meanwhile: it has no number yet.
      if (ack.seq !== null && (await standings.get(survey))?.id === id) await standings.update(survey, { seq: ack.seq })
      return
    case 'refused':
      await standingsOut.update(id, { refused: whyRefused(ack) })
      return
    default:
      return ack.status satisfies never
  }
}

const whyRefused = ({ reason }: VersionAck | StandingAck): string =>
  reason === null ? 'The server did not take it.' : notPublished[reason]

/** Takes note that these were sent and not taken. They wait on. */
export const recordPublishRefusal = async (
  { versionsOut }: DeviceDatabase,
  ids: readonly VersionId[],
): Promise<void> => {
  await versionsOut
    .where('id')
    .anyOf([...ids])
    .modify((row: { attempts: number }) => {
      row.attempts += 1
    })
}

/** Takes what can't be sent out of those that wait, to where a person sees it with its reason. */
export const refuseHere = async (
  { versionsOut }: DeviceDatabase,
  ids: readonly VersionId[],
  reason: string,
): Promise<void> => {
  if (ids.length === 0) return
  await versionsOut
    .where('id')
    .anyOf([...ids])
    .modify({ refused: reason })
}
