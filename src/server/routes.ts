import { checkInventory } from '../protocol/check-inventory.ts'
import { type InventoryAnswer, protocolVersion, type RevisionsPage, type SurveysAnswer } from '../protocol/messages.ts'
import { isSurveyId, isVersionId } from '../survey/ids.ts'
import { isIn, surveysFor } from './access/may.ts'
import {
  mayErase,
  mayTouch,
  noteErasures,
  notePublished,
  publisher,
  seenBy,
  viewOf,
  whyAsideOf,
} from './access/seen.ts'
import { atMost } from './at-most.ts'
import { keep } from './headers.ts'
import { receiveDecision, tellAside } from './receive-aside.ts'
import { receiveErasures } from './receive-erasures.ts'
import { receivePart, tellAttachment } from './receive-part.ts'
import { receivePush } from './receive-push.ts'
import { receiveSurveys } from './receive-surveys.ts'
import { refuse } from './refuse.ts'
import type { Route } from './route.ts'
import type { Store } from './store.ts'

/** The most returns a page carries, and how many where none is asked for. */
const mostPerPage = 500

/**
 * Pushes that are opened, judged and written at once. They queue at the counter's row anyway; more of them would hold every
 * connection to PostgreSQL and every turn of this process, and who only reads would wait for all of them.
 */
const pushesAtOnce = 4

/** Pushes that wait for these. Whoever comes then is told to come again. */
const mostWaiting = 1000

/** The addresses of the wire. */
export const routes = (store: Store, pushing = atMost(pushesAtOnce, mostWaiting)): readonly Route[] => [
  {
    method: 'POST',
    url: '/api/v1/push',
    may: ['owner', 'lead', 'practitioner', 'device', 'former-device'],
    answer: async (request, reply) => {
      const received = await pushing(() => receivePush(store, request.body, whyAsideOf(request.who)))
      if (received === null) return refuse(reply, 'busy')
      return received.ok ? reply.send(received.answer) : refuse(reply, received.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/erasures',
    may: ['owner', 'lead', 'practitioner', 'device'],
    answer: async (request, reply) => {
      if (!(await mayErase(store, request.who, request.body))) return refuse(reply, 'not-yours')
      const received = await receiveErasures(store, request.body)
      if (received.ok) await noteErasures(store, request.who, request.body)
      return received.ok ? reply.send(received.answer) : refuse(reply, received.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/inventory',
    may: ['owner', 'lead', 'practitioner', 'analyst', 'device'],
    answer: async (request, reply) => {
      const checked = checkInventory(request.body)
      if (!checked.ok) return refuse(reply, checked.refused)
      const { who } = request
      if (!(await store.access.maySpeakFor(who, checked.inventory.device))) return refuse(reply, 'not-yours')
      const held = await store.takeInventory(checked.inventory)
      const { device } = checked.inventory
      return reply.send({ protocol: protocolVersion, ...store.identity, device, ...held } satisfies InventoryAnswer)
    },
  },
  {
    method: 'GET',
    url: '/api/v1/revisions',
    may: ['owner', 'lead', 'practitioner', 'analyst', 'device'],
    answer: async (request, reply) => {
      const query = request.query as { readonly [name: string]: unknown }
      const after = wholeNumber(query['after'], 0)
      const limit = wholeNumber(query['limit'], mostPerPage)
      if (after === null || limit === null || limit === 0) return refuse(reply, 'bad-cursor')
      const seen = seenBy(request.who)
      const { upTo, ...page } = await store.revisionsAfter(after, Math.min(limit, mostPerPage), seen)
      const next = Math.max(after, page.revisions.at(-1)?.seq ?? 0, page.erasures.at(-1)?.seq ?? 0, upTo ?? 0)
      const answer: RevisionsPage = { protocol: protocolVersion, ...store.identity, after, ...page, next }
      return reply.send(seen.answers === 'all' ? answer : { ...answer, view: viewOf(seen) })
    },
  },
  {
    method: 'GET',
    url: '/api/v1/surveys',
    may: ['owner', 'lead', 'practitioner', 'analyst', 'device'],
    answer: async ({ who }, reply) => {
      const surveys = surveysFor(who, 'see')
      const [versions, standings] = [
        (await store.versions()).filter(({ survey }) => isIn(surveys, survey)),
        (await store.standings()).filter(({ survey }) => isIn(surveys, survey)),
      ]
      const sealTo = who.kind === 'device' ? { sealTo: await store.sealing.sealTo() } : {}
      const answer: SurveysAnswer = { protocol: protocolVersion, ...store.identity, versions, standings, ...sealTo }
      return reply.send(answer)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/surveys',
    may: ['owner', 'lead'],
    answer: async (request, reply) => {
      const mayPublish = await publisher(store, request.who)
      const received = await receiveSurveys(store, request.body, mayPublish)
      if (received.ok) await notePublished(store, request.who, request.body, mayPublish)
      return received.ok ? reply.send(received.answer) : refuse(reply, received.refused)
    },
  },
  {
    method: 'GET',
    url: '/api/v1/surveys/:version',
    may: ['owner', 'lead', 'practitioner', 'analyst', 'device'],
    answer: async (request, reply) => {
      const { version: id } = request.params as { readonly version: string }
      const version = isVersionId(id) ? await store.version(id) : null
      if (version === null || !isIn(surveysFor(request.who, 'see'), version.survey)) return refuse(reply, 'not-found')
      return reply.header('cache-control', keep.forOneForEver).send(version)
    },
  },
  {
    method: 'GET',
    url: '/api/v1/aside',
    may: ['owner', 'lead'],
    // What can't be told to be of one survey is for those who lead all of them.
    answer: async ({ who, query }, reply) => {
      const led = surveysFor(who, 'lead')
      const { survey } = query as { readonly survey?: unknown }
      if (survey === undefined) return reply.send(await tellAside(store, led, led))
      return typeof survey === 'string' && isSurveyId(survey) && isIn(led, survey)
        ? reply.send(await tellAside(store, [survey], led))
        : refuse(reply, 'not-yours')
    },
  },
  {
    method: 'POST',
    url: '/api/v1/aside',
    may: ['owner', 'lead'],
    answer: async (request, reply) => {
      const received = await receiveDecision(store, request.body, request.who)
      return received.ok ? reply.send(received.answer) : refuse(reply, received.refused)
    },
  },
  {
    method: 'GET',
    url: '/api/v1/attachments/:sha256',
    may: ['owner', 'lead', 'practitioner', 'device'],
    answer: async (request, reply) => {
      const { sha256 } = request.params as { readonly sha256: string }
      if (!(await mayTouch(store, request.who, sha256, 'collect'))) return refuse(reply, 'unknown-attachment')
      const told = await tellAttachment(store, sha256)
      return told.ok ? reply.send(told.answer) : refuse(reply, told.refused)
    },
  },
  {
    method: 'PUT',
    url: '/api/v1/attachments/:sha256',
    may: ['owner', 'lead', 'practitioner', 'device'],
    answer: async (request, reply) => {
      const { sha256 } = request.params as { readonly sha256: string }
      if (!(await mayTouch(store, request.who, sha256, 'collect'))) return refuse(reply, 'unknown-attachment')
      const query = request.query as { readonly [name: string]: unknown }
      const [offset, total] = [wholeNumber(query['offset'], 0), wholeNumber(query['total'], 0)]
      const received = await receivePart(store, { sha256, offset, total, body: request.body })
      return received.ok ? reply.send(received.answer) : refuse(reply, received.refused)
    },
  },
  {
    method: 'GET',
    url: '/api/v1/attachments/:sha256/content',
    may: ['owner', 'lead', 'analyst'],
    answer: async (request, reply) => {
      const { sha256 } = request.params as { readonly sha256: string }
      if (!(await mayTouch(store, request.who, sha256, 'read-answers'))) return refuse(reply, 'unknown-attachment')
      const content = await store.attachmentContent(sha256)
      if (content === null) return refuse(reply, 'unknown-attachment')
      return reply.type(content.type).header('content-disposition', 'attachment').send(content.bytes)
    },
  },
  {
    method: 'GET',
    url: '/healthz',
    may: ['anyone'],
    answer: async (_request, reply) => {
      // Asks the database something, so that a health check speaks for it too.
      await store.revisionsAfter(0, 1)
      return reply.send({ ok: true, ...store.identity })
    },
  },
]

/** The number that a query gives, `otherwise` where it gives none, null where it gives something else. */
const wholeNumber = (text: unknown, otherwise: number): number | null => {
  if (text === undefined) return otherwise
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null
}
