import { checkPublish } from '../protocol/check-publish.ts'
import { protocolVersion, type PublishAnswer, type StandingAck, type VersionAck } from '../protocol/messages.ts'
import { patterns } from '../protocol/patterns.ts'
import type { NotPublished, Refusal } from '../protocol/refusals.ts'
import { isVersionId, type SurveyId, type VersionId } from '../survey/ids.ts'
import { isJsonObject } from '../survey/json.ts'
import type { StandingId } from '../survey/standing.ts'
import { type Judged, judgeStanding, judgeVersion } from './judge-survey.ts'
import type { Store } from './store.ts'

export type SurveysReceived =
  | { readonly ok: true; readonly answer: PublishAnswer }
  | { readonly ok: false; readonly refused: Refusal }

/** Judges what a device published, has the store take in what is sound, and acknowledges what is on disk. */
export const receiveSurveys = async (
  store: Store,
  body: unknown,
  mayPublish: (survey: SurveyId) => boolean = () => true,
): Promise<SurveysReceived> => {
  const checked = checkPublish(body)
  if (!checked.ok) return checked
  const { device } = checked.publish
  const versions = checked.publish.versions.map((sent) => ({ sent, judged: permitted(judgeVersion(sent), mayPublish) }))
  const standings = checked.publish.standings.map((sent) => ({
    sent,
    judged: permitted(judgeStanding(sent), mayPublish),
  }))
  const kept = await store.keepSurveys({ device, versions: soundOf(versions), standings: soundOf(standings) })
  const versionOutcomes = kept.versions.values()
  const standingOutcomes = kept.standings.values()
  return {
    ok: true,
    answer: {
      protocol: protocolVersion,
      ...store.identity,
      versions: versions.map(({ sent, judged }): VersionAck => {
        if (!judged.ok) return { id: versionIdOf(sent), status: 'refused', number: null, reason: judged.reason }
        const { kind, number } = nextOf(versionOutcomes)
        return { id: judged.value.id, status: kind, number, reason: null }
      }),
      standings: standings.map(({ sent, judged }): StandingAck => {
        if (!judged.ok) return refusedStanding(standingIdOf(sent), judged.reason)
        const outcome = nextOf(standingOutcomes)
        const { id } = judged.value
        if (outcome.kind === 'refused') return refusedStanding(id, outcome.reason)
        return { id, status: outcome.kind, seq: outcome.seq, reason: null }
      }),
    },
  }
}

const permitted = <Value extends { readonly survey: SurveyId }>(
  judged: Judged<Value>,
  mayPublish: (survey: SurveyId) => boolean,
): Judged<Value> => (judged.ok && !mayPublish(judged.value.survey) ? { ok: false, reason: 'not-yours' } : judged)

const soundOf = <Value>(all: readonly { readonly judged: Judged<Value> }[]): readonly Value[] =>
  all.flatMap(({ judged }) => (judged.ok ? [judged.value] : []))

/** The store says what became of each, in the order given: one that is missing is a fault of ours. */
const nextOf = <Value>(outcomes: Iterator<Value, undefined>): Value => {
  const { value } = outcomes.next()
  if (value === undefined) throw new Error('The store did not say what became of everything')
  return value
}

const refusedStanding = (id: StandingId | null, reason: NotPublished): StandingAck => ({
  id,
  status: 'refused',
  seq: null,
  reason,
})

const idOf = (sent: unknown): string => {
  const id = isJsonObject(sent) ? sent['id'] : null
  return typeof id === 'string' ? id : ''
}

const versionIdOf = (sent: unknown): VersionId | null => {
  const id = idOf(sent)
  return isVersionId(id) ? id : null
}

const uuid = new RegExp(patterns.uuid, 'u')

const standingIdOf = (sent: unknown): StandingId | null => {
  const id = idOf(sent)
  return uuid.test(id) ? (id as StandingId) : null
}
