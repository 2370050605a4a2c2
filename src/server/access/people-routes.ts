import { isJsonObject } from '../../survey/json.ts'
import { refuse } from '../refuse.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import { listedRow } from './audit.ts'
import { readGiven } from './read-given.ts'
import { readText } from './read-text.ts'

const auditPage = 200

/** Who has an account, who is invited, and the log. */
export const peopleRoutes = ({ access }: Store): readonly Route[] => [
  {
    method: 'GET',
    url: '/api/v1/people',
    may: ['owner'],
    answer: async (_request, reply) =>
      reply.send({ people: await access.people(), invitations: await access.invitations() }),
  },
  {
    method: 'POST',
    url: '/api/v1/invitations',
    may: ['owner', 'lead'],
    answer: async ({ who, body }, reply) => {
      const given = readGiven(isJsonObject(body) ? body['roles'] : null)
      const owner = isJsonObject(body) && body['owner'] === true
      if (given === null || (given.length === 0 && !owner)) return refuse(reply, 'not-a-request')
      const invited = await access.invite(who, { email: readText(body, 'email', 254), owner, given })
      return invited.ok ? reply.send({ token: invited.value }) : refuse(reply, invited.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/invitations/withdraw',
    may: ['owner'],
    answer: async ({ who, body }, reply) => {
      const id = readText(body, 'id', 64)
      if (id === null) return refuse(reply, 'not-a-request')
      const gone = await access.withdrawInvitation(who, id)
      return gone.ok ? reply.send({ ok: true }) : refuse(reply, gone.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/people/roles',
    may: ['owner'],
    answer: async ({ who, body }, reply) => {
      const account = readText(body, 'account', 64)
      const given = readGiven(isJsonObject(body) ? body['roles'] : null)
      if (account === null || given === null) return refuse(reply, 'not-a-request')
      const set = await access.setRoles(who, { account, given, why: readText(body, 'why', 200) ?? '' })
      return set.ok ? reply.send({ ok: true }) : refuse(reply, set.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/people/stop',
    may: ['owner'],
    answer: async ({ who, body }, reply) => {
      const account = readText(body, 'account', 64)
      if (account === null) return refuse(reply, 'not-a-request')
      const stopped = await access.stopAccount(who, { account, why: readText(body, 'why', 200) ?? '' })
      return stopped.ok ? reply.send({ ok: true }) : refuse(reply, stopped.refused)
    },
  },
  {
    method: 'GET',
    url: '/api/v1/audit',
    may: ['owner'],
    answer: async ({ query }, reply) => {
      const { before } = query as { readonly before?: unknown }
      const seq = typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : 2_147_483_647
      const rows = await access.auditBefore(seq, auditPage)
      return reply.send({
        rows: rows.map(listedRow),
        more: rows.length === auditPage,
        verified: await access.verifyAudit(),
      })
    },
  },
]
