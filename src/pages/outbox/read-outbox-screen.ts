import { type DeviceDatabase, thisDevice } from '../../device/database.ts'
import { type Outbox, readOutbox } from '../../device/outbox.ts'
import { listVersions } from '../../device/versions.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { textIn } from '../../survey/text.ts'
import { liveVersions } from '../../survey/live-versions.ts'

/** What the Outbox shows of the returns made on this device. */
export interface OutboxScreen extends Outbox {
  /** How many have reached the server and are counted there. */
  readonly sent: number
  /** What each survey is called today. */
  readonly titles: ReadonlyMap<SurveyId, string>
}

export const readOutboxScreen = async (database: DeviceDatabase): Promise<OutboxScreen> => {
  const { device } = await thisDevice(database)
  const [outbox, made, versions] = await Promise.all([
    readOutbox(database),
    database.returns.where('revision.device').equals(device).count(),
    listVersions(database),
  ])
  // What came by file is sent from here too, but was not made here.
  const waiting = [...outbox.toSend, ...outbox.keptAside.map(({ revision }) => revision)].filter(
    (revision) => revision?.device === device,
  ).length
  return {
    ...outbox,
    sent: Math.max(0, made - waiting),
    titles: new Map(
      liveVersions(versions).map(({ survey, definition }) => [survey, textIn(definition.title)] as const),
    ),
  }
}
