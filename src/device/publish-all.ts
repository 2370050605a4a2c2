import { protocolVersion, type Publish } from '../protocol/messages.ts'
import { readPublishAnswer } from '../protocol/read-publish-answer.ts'
import { askServer } from './ask-server.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import { planPublish, type PublishPlan } from './plan-publish.ts'
import type { Clock, Fetch } from './ports.ts'
import { recordPublishAnswer, recordPublishRefusal, refuseHere } from './record-publish.ts'
import type { ExchangeFailure } from './sync-state.ts'

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

/** Sends versions and decisions until none waits or one request fails; null when none waits. */
export const publishAll = async (database: DeviceDatabase, ports: Ports): Promise<ExchangeFailure | null> => {
  for (;;) {
    const plan = planPublish(await database.versionsOut.toArray(), await database.standingsOut.toArray())
    await refuseHere(database, plan.tooLarge, 'It is too large to be sent.')
    if (plan.versions.length === 0 && plan.standings.length === 0) return null
    const failure = await publishOnce(database, plan, ports)
    if (failure !== null) return failure
  }
}

const publishOnce = async (
  database: DeviceDatabase,
  plan: PublishPlan,
  ports: Ports,
): Promise<ExchangeFailure | null> => {
  const { device } = await thisDevice(database)
  const kept = await database.versions.bulkGet([...plan.versions])
  const lost = plan.versions.filter((_, index) => kept[index] === undefined)
  await refuseHere(database, lost, 'It is no longer on this device.')
  const versions = kept.flatMap((version) => (version === undefined ? [] : [version]))
  const publish: Publish = { protocol: protocolVersion, device, versions, standings: plan.standings }
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(publish),
  } as const
  const answered = await askServer('/api/v1/surveys', request, readPublishAnswer, ports)
  if (!answered.ok) {
    if (answered.failure.kind === 'refused') await recordPublishRefusal(database, plan.versions)
    return answered.failure
  }
  const matched = await recordPublishAnswer(database, publish, answered.message)
  if (matched) return null
  await recordPublishRefusal(database, plan.versions)
  const reason = 'The answer of the server did not match the surveys that were sent. They are still to send.'
  return { kind: 'unreadable', reason, retryAfter: null }
}
