import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RecipientId } from '../../population/ledger.ts'
import { checkPopulation } from '../../protocol/check-population.ts'
import { isSurveyId, type SurveyId } from '../../survey/ids.ts'
import { standingOf } from '../../survey/standing.ts'
import { textIn } from '../../survey/text.ts'
import { refuse } from '../refuse.ts'
import { isIn, surveysFor } from '../access/may.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import { closesInWords } from '../../population/closes-in-words.ts'
import type { Sendings } from './send-letters.ts'

/** What a lead asks of the list of a survey. */
export const populationRoutes = (store: Store, sendings: Sendings, origin: string | null): readonly Route[] => {
  const { population } = store

  /** A change to a list: a body of its form, for a survey that the server knows. */
  const change = <Body>(
    path: string,
    read: (body: unknown) => Body | null,
    act: (survey: SurveyId, body: Body, request: FastifyRequest) => Promise<object | null>,
  ): Route => ({
    method: 'POST',
    url: `/api/v1/populations/:survey/${path}`,
    may: ['owner', 'lead'],
    answer: async (request, reply) => {
      const survey = surveyOf(request)
      const body = read(request.body)
      if (survey === null || !isIn(surveysFor(request.who, 'lead'), survey)) return refuse(reply, 'not-yours')
      if (body === null) return refuse(reply, 'not-a-list')
      if ((await titleOf(store, survey)) === null) return refuse(reply, 'not-found')
      return answer(reply, await act(survey, body, request))
    },
  })

  return [
    {
      method: 'GET',
      url: '/api/v1/populations/:survey',
      may: ['owner', 'lead', 'analyst'],
      answer: async (request, reply) => {
        const survey = surveyOf(request)
        if (survey === null) return refuse(reply, 'not-found')
        if (!isIn(surveysFor(request.who, 'read-answers'), survey)) return refuse(reply, 'not-yours')
        const ledger = await population.ledger(survey)
        return reply.send({ ledger, canMail: sendings.canMail, sending: sendings.of(survey) })
      },
    },
    {
      method: 'GET',
      url: '/api/v1/populations',
      may: ['owner', 'lead'],
      answer: async (request, reply) => {
        const mine = surveysFor(request.who, 'lead')
        return reply.send({ lists: (await population.lists()).filter(({ survey }) => isIn(mine, survey)) })
      },
    },
    {
      method: 'GET',
      url: '/api/v1/populations/:survey/sending',
      may: ['owner', 'lead'],
      answer: async (request, reply) => {
        const survey = surveyOf(request)
        if (survey === null || !isIn(surveysFor(request.who, 'lead'), survey)) return refuse(reply, 'not-yours')
        return reply.send({ sending: sendings.of(survey) })
      },
    },
    change(
      'members',
      (body) => checkPopulation('members', body),
      async (survey, { members }) => ({ added: await population.add(survey, members) }),
    ),
    change(
      'settings',
      (body) => checkPopulation('settings', body),
      async (survey, settings) => {
        await population.settle(survey, settings)
        return {}
      },
    ),
    change(
      'draw',
      (body) => checkPopulation('draw', body),
      (survey, { draw }) => population.draw(survey, draw),
    ),
    change(
      'links',
      (body) => checkPopulation('links', body),
      async (survey, { recipients, how }) => {
        const tokens = await population.makeLinks(
          survey,
          recipients.map((id) => id as RecipientId),
          wordsFor[how],
        )
        return { links: [...tokens].map(([recipient, token]) => ({ recipient, token })) }
      },
    ),
    change(
      'open-link',
      (body) => checkPopulation('openLink', body),
      async (survey, { most }) => ({ token: await population.openLink(survey, most) }),
    ),
    change(
      'send',
      (body) => checkPopulation('send', body),
      async (survey, { kind, subject, body }, request) => {
        const title = (await titleOf(store, survey)) ?? ''
        const ledger = await population.ledger(survey)
        const closes = closesInWords(ledger?.closes ?? null)
        const address = origin ?? request.headers.origin ?? `http://${request.headers.host}`
        const letters = { kind, letter: { subject, body }, survey, title, closes, address } as const
        const began = await sendings.begin(letters)
        return began === null ? null : { began }
      },
    ),
    change(
      'mark',
      (body) => checkPopulation('mark', body),
      async (survey, { recipient, kind, detail }) => {
        const id = recipient as RecipientId
        if (!(await population.isOn(survey, id))) return null
        if (kind === 'links-ended') await population.endLinks(id)
        else await population.note(id, kind, detail)
        return {}
      },
    ),
    change(
      'returns',
      (body) => checkPopulation('standing', body),
      async (survey, { recipient, response }) => {
        const id = recipient as RecipientId
        if (!(await population.isOn(survey, id))) return null
        return (await population.noteReturn(id, response, 'paper')) ? {} : null
      },
    ),
    change(
      'pick',
      (body) => checkPopulation('standing', body),
      async (survey, { recipient, response }) => {
        const ledger = await population.ledger(survey)
        const held = ledger?.recipients.find((one) => one.recipient === recipient)
        if (held === undefined || !held.returns.some((one) => one.response === response)) return null
        await population.note(held.recipient, 'picked', response)
        return {}
      },
    ),
  ]
}

const wordsFor = { shown: 'copied', merged: 'by mail merge', printed: 'on paper' } as const

const surveyOf = (request: FastifyRequest): SurveyId | null => {
  const { survey } = request.params as { readonly survey: string }
  return isSurveyId(survey) ? survey : null
}

const answer = (reply: FastifyReply, done: object | null): FastifyReply =>
  done === null ? refuse(reply, 'not-now') : reply.send(done)

const titleOf = async (store: Store, survey: SurveyId): Promise<string | null> => {
  const versions = (await store.versions()).filter((one) => one.survey === survey)
  const { version } = standingOf(
    (await store.standings()).find((one) => one.survey === survey),
    versions,
  )
  return version === null ? null : textIn(version.definition.title)
}
