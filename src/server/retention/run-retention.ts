import { setImmediate } from 'node:timers/promises'
import type { DeviceId } from '../../response/revision.ts'
import type { Store } from '../store.ts'
import type { KeptRule } from './keep-retention.ts'
import { overBefore } from './retention-rule.ts'

/** Responses that are taken out in one transaction: whoever sends waits no longer than for these. */
const atOnce = 500

/** Takes out the answers of every survey whose time is over. Asked again, or by two servers at once, it takes out nothing more. */
export const runRetention = async (store: Store, now: Date): Promise<void> => {
  for (const rule of await store.retention.rules()) await runRule(store, rule, now)
}

const runRule = async (store: Store, { survey, months, decidedAt, doneBefore }: KeptRule, now: Date): Promise<void> => {
  const before = overBefore({ months, decidedAt }, now)
  if (before === null || before === doneBefore) return
  const over = await store.retention.over(survey, before)
  let taken = 0
  for (let at = 0; at < over.length; at += atOnce) {
    // Whoever decides otherwise meanwhile keeps what is still there.
    if ((await store.retention.rule(survey))?.decidedAt !== decidedAt) return
    const erasures = over
      .slice(at, at + atOnce)
      .map((response) => ({ response, survey, at: now.toISOString(), reason: 'retention' as const }))
    const outcomes = await store.erase({ device: store.identity.server as DeviceId, erasures })
    taken += outcomes.filter(({ kind }) => kind === 'erased').length
    await setImmediate()
  }
  await store.retention.forgetBeside(survey, before)
  await store.retention.finish(survey, before, taken)
}
