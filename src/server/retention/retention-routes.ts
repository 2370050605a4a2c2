import type { FastifyRequest } from 'fastify'
import { mostMonths, type Retention } from '../../protocol/retention.ts'
import { isSurveyId, type SurveyId } from '../../survey/ids.ts'
import { isJsonObject } from '../../survey/json.ts'
import { isIn, surveysFor } from '../access/may.ts'
import { refuse } from '../refuse.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import type { Received } from './keep-retention.ts'
import { goesOn } from './retention-rule.ts'

/** How long answers are kept: what that comes to, before and after somebody decides it. */
export const retentionRoutes = (store: Store): readonly Route[] => {
  const { retention, access } = store

  /** What goes when, by what was decided, or as it would be if these months were decided now. */
  const told = async (survey: SurveyId, tried: number | null): Promise<Retention> => {
    const rule = await retention.rule(survey)
    const received = await retention.received(survey)
    const meant =
      tried === null || tried === rule?.months ? rule : { months: tried, decidedAt: access.now().toISOString() }
    return {
      months: rule?.months ?? null,
      answers: total(received),
      goes:
        meant === null
          ? []
          : [...Map.groupBy(received, ({ month }) => goesOn(month, meant))].map(([on, months]) => ({
              on,
              answers: total(months),
            })),
    }
  }

  return [
    {
      method: 'GET',
      url: '/api/v1/retention/:survey',
      may: ['owner', 'lead'],
      answer: async (request, reply) => {
        const survey = surveyOf(request)
        if (survey === null || !isIn(surveysFor(request.who, 'lead'), survey)) return refuse(reply, 'not-yours')
        const { months } = request.query as { readonly months?: unknown }
        if (months !== undefined && !isMonths(Number(months))) return refuse(reply, 'not-a-request')
        return reply.send(await told(survey, months === undefined ? null : Number(months)))
      },
    },
    {
      method: 'POST',
      url: '/api/v1/retention/:survey',
      may: ['owner', 'lead'],
      answer: async (request, reply) => {
        const survey = surveyOf(request)
        if (survey === null || !isIn(surveysFor(request.who, 'lead'), survey)) return refuse(reply, 'not-yours')
        const months = isJsonObject(request.body) ? request.body['months'] : undefined
        if (months !== null && !isMonths(months)) return refuse(reply, 'not-a-request')
        await retention.decide(request.who, survey, months)
        return reply.send(await told(survey, null))
      },
    },
  ]
}

const total = (received: readonly Received[]): number => received.reduce((sum, { answers }) => sum + answers, 0)

const surveyOf = (request: FastifyRequest): SurveyId | null => {
  const { survey } = request.params as { readonly survey: string }
  return isSurveyId(survey) ? survey : null
}

const isMonths = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostMonths
