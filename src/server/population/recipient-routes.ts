import type { FastifyReply, FastifyRequest } from 'fastify'
import { countedOf, stateOf } from '../../population/ledger.ts'
import { checkPopulation } from '../../protocol/check-population.ts'
import { checkPush } from '../../protocol/check-push.ts'
import { isJsonObject, type Json } from '../../survey/json.ts'
import { standingOf } from '../../survey/standing.ts'
import type { Version } from '../../survey/version.ts'
import { receivePart, tellAttachment } from '../receive-part.ts'
import { receivePush } from '../receive-push.ts'
import { refuse } from '../refuse.ts'
import { patterns } from '../../protocol/patterns.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import type { LinkHolder } from './population-store.ts'
import { isAfter } from './read-ledger.ts'
import type { WrongLinks } from './wrong-links.ts'

/** The most responses that one link may bring: two people of one authority, and room for a mistake. */
const mostResponses = 5

/** What a recipient asks with nothing but the token of their link: `Authorization: Link TOKEN`. */
export const recipientRoutes = (store: Store, wrong: WrongLinks, now: () => Date): readonly Route[] => {
  const { population } = store

  /** Answers the holder of a link. Who has none hears the same, whether it never was or was ended. */
  const forHolder =
    (act: (holder: LinkHolder, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      if (wrong.tooMany(request.ip)) return refuse(reply, 'too-many-links')
      const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ')
      const holder = scheme === 'Link' && /^[\w-]{22}$/.test(token) ? await population.byToken(token) : null
      if (holder !== null) return act(holder, request, reply)
      wrong.count(request.ip)
      return refuse(reply, 'no-such-link')
    }

  const isClosed = async ({ ledger }: LinkHolder, version: Version | null, closed: boolean): Promise<boolean> =>
    closed || version === null || isAfter(now().toISOString(), ledger.closes)

  const standing = async ({ ledger }: LinkHolder) => {
    const versions = (await store.versions()).filter(({ survey }) => survey === ledger.survey)
    const { state, version } = standingOf(
      (await store.standings()).find(({ survey }) => survey === ledger.survey),
      versions,
    )
    return { version, closed: state === 'closed' }
  }

  /**
   * Whether a return may stand under the name of who holds the link; then it does, before it is stored, so that whose it
   * is can't be lost. What is there already under no name or another is not theirs.
   */
  const isOwn = async ({ recipient, ledger }: LinkHolder, one: unknown, closed: boolean): Promise<boolean> => {
    if (!isJsonObject(one) || one['survey'] !== ledger.survey || one['way'] !== 'link') return false
    const { response } = one
    if (typeof response !== 'string' || !uuid.test(response)) return false
    const isHeld = recipient.returns.some((held) => held.response === response)
    if (one['replaces'] !== null) return ledger.mayAmend && isHeld && !closed && !isShared(recipient)
    if (isHeld) return true
    if (
      recipient.returns.length >= (isShared(recipient) ? recipient.mostReturns : mostResponses) ||
      (await store.lastRevisionOf(response)) !== null
    )
      return false
    return population.noteReturn(recipient.recipient, response, 'link')
  }

  return [
    {
      method: 'GET',
      url: '/api/v1/recipient',
      may: ['recipient'],
      answer: forHolder(async (holder, _request, reply) => {
        const { recipient, ledger } = holder
        const { version, closed } = await standing(holder)
        const shared = isShared(recipient)
        const full = shared && recipient.returns.length >= recipient.mostReturns
        const shut = full || (await isClosed(holder, version, closed))
        if (!shut && !recipient.events.some(({ kind }) => kind === 'opened'))
          await population.note(recipient.recipient, 'opened', '')
        // Where several may answer by one link, nobody sees what another one answered.
        const draft = shared ? null : await population.draft(recipient.recipient)
        const response = shared ? null : (countedOf(recipient) ?? recipient.returns[0]?.response ?? null)
        return reply.send({
          name: recipient.name,
          language: recipient.language,
          state: stateOf(recipient),
          shared,
          full,
          closes: ledger.closes,
          closed: shut,
          mayAmend: ledger.mayAmend,
          version,
          draft: draft === null ? null : { ...draft, content: JSON.parse(draft.content) as Json },
          returned: response === null ? null : await store.lastRevisionOf(response),
          ...store.identity,
        })
      }),
    },
    {
      method: 'PUT',
      url: '/api/v1/recipient/draft',
      may: ['recipient'],
      answer: forHolder(async (holder, request, reply) => {
        const body = checkPopulation('draft', request.body)
        if (body === null) return refuse(reply, 'not-a-list')
        const { version, closed } = await standing(holder)
        if (await isClosed(holder, version, closed)) return refuse(reply, 'link-closed')
        const { recipient } = holder.recipient
        if (isShared(holder.recipient)) return refuse(reply, 'not-now')
        const saved = await population.saveDraft(recipient, body.after, JSON.stringify(body.draft))
        if (saved.ok) return reply.send({ number: saved.number })
        const { content, ...newer } = saved.newer
        return reply.code(409).send({ ...newer, content: JSON.parse(content) as Json })
      }),
    },
    {
      method: 'POST',
      url: '/api/v1/recipient/decline',
      may: ['recipient'],
      answer: forHolder(async ({ recipient }, request, reply) => {
        const body = checkPopulation('decline', request.body)
        if (body === null) return refuse(reply, 'not-a-list')
        if (stateOf(recipient) === 'returned' || recipient.open) return refuse(reply, 'not-now')
        await population.note(recipient.recipient, 'declined', body.reason.trim())
        return reply.send({})
      }),
    },
    {
      method: 'POST',
      url: '/api/v1/recipient/push',
      may: ['recipient'],
      answer: forHolder(async (holder, request, reply) => {
        const checked = checkPush(request.body)
        if (!checked.ok) return refuse(reply, checked.refused)
        const { recipient } = holder
        const begun = recipient.returns.length > 0 || recipient.events.some(({ kind }) => kind === 'opened')
        const { version, closed } = await standing(holder)
        const shut = await isClosed(holder, version, closed)
        if (!begun && shut) return refuse(reply, 'link-closed')
        for (const one of checked.push.revisions)
          if (!(await isOwn(holder, one, shut))) return refuse(reply, 'not-your-answer')
        const received = await receivePush(store, request.body)
        if (received.ok) await population.dropDraft(recipient.recipient)
        return received.ok ? reply.send(received.answer) : refuse(reply, received.refused)
      }),
    },
    {
      method: 'GET',
      url: '/api/v1/recipient/attachments/:sha256',
      may: ['recipient'],
      answer: forHolder(async (_holder, request, reply) => {
        const told = await tellAttachment(store, (request.params as { readonly sha256: string }).sha256)
        return told.ok ? reply.send(told.answer) : refuse(reply, told.refused)
      }),
    },
    {
      method: 'PUT',
      url: '/api/v1/recipient/attachments/:sha256',
      may: ['recipient'],
      answer: forHolder(async (_holder, request, reply) => {
        const { sha256 } = request.params as { readonly sha256: string }
        const { offset, total } = request.query as { readonly offset?: string; readonly total?: string }
        const part = { sha256, offset: numberIn(offset), total: numberIn(total), body: request.body }
        const received = await receivePart(store, part)
        return received.ok ? reply.send(received.answer) : refuse(reply, received.refused)
      }),
    },
  ]
}

/** Whether several may answer by one link. */
const isShared = ({ mostReturns }: LinkHolder['recipient']): boolean => mostReturns > 1

const uuid = new RegExp(patterns.uuid, 'u')

const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
