import { type DeviceDatabase, type KeptReturn, thisDevice } from '../../device/database.ts'
import type { Outbox } from '../../device/outbox.ts'
import { listVersions } from '../../device/versions.ts'
import type { Revision, RevisionId } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { textIn } from '../../survey/text.ts'
import { liveVersions } from '../../survey/live-versions.ts'

/** What the Outbox shows of the returns made on this device. `toSend` has as many as were asked for, the oldest. */
export interface OutboxScreen extends Outbox {
  /** How many wait to be sent. */
  readonly waiting: number
  /** Of those kept aside, the ones that the lead decided not to count; `keptAside` has the others. */
  readonly rejected: Outbox['keptAside']
  /** How many have reached the server and are counted there. */
  readonly sent: number
  /** The latest of these, the last first. */
  readonly lastSent: readonly Revision[]
  /** What each survey is called today. */
  readonly titles: ReadonlyMap<SurveyId, string>
}

const mostSent = 10

export const readOutboxScreen = async (database: DeviceDatabase, most: number): Promise<OutboxScreen> => {
  const { returns } = database
  const { device } = await thisDevice(database)
  const [outbox, aside, made, versions] = await Promise.all([
    database.outbox.toArray(),
    database.keptAside.toArray(),
    returns.where('revision.device').equals(device).primaryKeys(),
    listVersions(database),
  ])
  const oldest = outbox.toSorted((a, b) => a.deviceSequence - b.deviceSequence).slice(0, most)
  const waiting = new Set<RevisionId>([...outbox.map(({ id }) => id), ...aside.map(({ id }) => id)])
  const sent = made.filter((id) => !waiting.has(id))
  const asideReturns = await returns.bulkGet(aside.map(({ id }) => id))
  const asideScreen = aside.map((each, index) => ({ ...each, revision: asideReturns[index]?.revision ?? null }))
  return {
    toSend: revisionsIn(await returns.bulkGet(oldest.map(({ id }) => id))),
    keptAside: asideScreen.filter(({ rejected }) => rejected === undefined),
    rejected: asideScreen.filter(({ rejected }) => rejected !== undefined),
    waiting: outbox.length,
    sent: sent.length,
    lastSent: await readLastSent(database, sent),
    titles: new Map(
      liveVersions(versions).map(({ survey, definition }) => [survey, textIn(definition.title)] as const),
    ),
  }
}

const revisionsIn = (kept: readonly (KeptReturn | undefined)[]): readonly Revision[] =>
  kept.flatMap((each) => (each === undefined ? [] : [each.revision]))

/** Ids say nothing of time: the returns themselves are read, where there are not too many for it. */
const readLastSent = async ({ returns }: DeviceDatabase, sent: readonly RevisionId[]): Promise<readonly Revision[]> => {
  if (sent.length > 500) return []
  const read = revisionsIn(await returns.bulkGet([...sent]))
  return read.toSorted((a, b) => b.deviceSequence - a.deviceSequence).slice(0, mostSent)
}
