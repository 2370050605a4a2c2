import { refuse } from '../refuse.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import type { Limits } from './limits.ts'
import { readSecret, readText } from './read-text.ts'

/** The second step of signing in: setting it up, and taking it away. */
export const secondStepRoutes = ({ access }: Store, limits: Limits): readonly Route[] => [
  {
    method: 'POST',
    url: '/api/v1/second-step/begin',
    may: ['owner', 'lead', 'practitioner', 'analyst'],
    answer: async (request, reply) => {
      const { who, body } = request
      const password = readSecret(body, 'password')
      if (password === null || who.kind !== 'account') return refuse(reply, 'not-a-request')
      if (!limits.signIn(request, who.email)) return refuse(reply, 'too-often')
      const begun = await access.beginSecondStep(who, password)
      return begun.ok ? reply.send(begun.value) : refuse(reply, begun.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/second-step/confirm',
    may: ['owner', 'lead', 'practitioner', 'analyst'],
    answer: async (request, reply) => {
      const { who, body } = request
      const code = readText(body, 'code', 40)
      if (code === null || who.kind !== 'account') return refuse(reply, 'not-a-request')
      if (!limits.signIn(request, who.email)) return refuse(reply, 'too-often')
      const confirmed = await access.confirmSecondStep(who, code)
      return confirmed.ok ? reply.send({ codes: confirmed.value }) : refuse(reply, confirmed.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/second-step/end',
    may: ['owner', 'lead', 'practitioner', 'analyst'],
    answer: async (request, reply) => {
      const { who, body } = request
      const password = readSecret(body, 'password')
      if (password === null || who.kind !== 'account') return refuse(reply, 'not-a-request')
      if (!limits.signIn(request, who.email)) return refuse(reply, 'too-often')
      const ended = await access.endSecondStep(who, password)
      return ended.ok ? reply.send({ ok: true }) : refuse(reply, ended.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/people/second-step',
    may: ['owner'],
    answer: async ({ who, body }, reply) => {
      const account = readText(body, 'account', 64)
      if (account === null) return refuse(reply, 'not-a-request')
      const taken = await access.takeSecondStep(who, { account, why: readText(body, 'why', 200) ?? '' })
      return taken.ok ? reply.send({ ok: true }) : refuse(reply, taken.refused)
    },
  },
]
