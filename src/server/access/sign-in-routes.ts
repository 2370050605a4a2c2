import type { Me } from '../../protocol/people.ts'
import type { Route } from '../route.ts'
import { refuse } from '../refuse.ts'
import type { Store } from '../store.ts'
import type { Limits } from './limits.ts'
import { whyNotPassword } from './password.ts'
import type { Provider } from './provider.ts'
import { readSecret, readText } from './read-text.ts'
import { giveSession, takeSession } from './session-cookie.ts'
import type { Ground } from './who-asks.ts'
import type { Who } from './who.ts'

/** Signing in and out, the first owner, and one's own sessions. */
export const signInRoutes = (
  { access }: Store,
  ground: Ground,
  limits: Limits,
  provider: Provider | null,
): readonly Route[] => [
  {
    method: 'GET',
    url: '/api/v1/me',
    may: ['anyone'],
    answer: async ({ who }, reply) =>
      reply.send({
        ...meOf(who, await access.hasOwner()),
        provider: provider?.name ?? null,
        secondStep: who.kind === 'account' && (await access.hasSecondStep(who.account)),
        outside: who.kind === 'account' && (await access.isOutside(who.account)),
      } satisfies Me),
  },
  {
    method: 'POST',
    url: '/api/v1/owner',
    may: ['anyone'],
    answer: async (request, reply) => {
      if (!limits.link(request)) return refuse(reply, 'too-often')
      const person = readPerson(request.body)
      if (person === null) return refuse(reply, 'not-a-request')
      const why = whyNotPassword(person.password, [person.email, person.name])
      if (why !== null) return refuse(reply, 'password-refused', why)
      const made = await access.makeOwner({ ...person, agent: agentOf(request.headers) })
      if (!made.ok) return refuse(reply, made.refused)
      return giveSession(reply, ground, made.value).send({ ok: true })
    },
  },
  {
    method: 'POST',
    url: '/api/v1/join',
    may: ['anyone'],
    answer: async (request, reply) => {
      if (!limits.link(request)) return refuse(reply, 'too-often')
      const person = readPerson(request.body)
      if (person === null) return refuse(reply, 'not-a-request')
      const why = whyNotPassword(person.password, [person.email, person.name])
      if (why !== null) return refuse(reply, 'password-refused', why)
      const joined = await access.join({ ...person, agent: agentOf(request.headers) })
      if (!joined.ok) return refuse(reply, joined.refused)
      return giveSession(reply, ground, joined.value).send({ ok: true })
    },
  },
  {
    method: 'POST',
    url: '/api/v1/password',
    may: ['owner', 'lead', 'practitioner', 'analyst'],
    answer: async (request, reply) => {
      const { who, body } = request
      const old = readSecret(body, 'old')
      const fresh = readSecret(body, 'fresh')
      if (old === null || fresh === null || who.kind !== 'account') return refuse(reply, 'not-a-request')
      if (!limits.signIn(request, who.email)) return refuse(reply, 'too-often')
      const why = whyNotPassword(fresh, [who.email, who.name])
      if (why !== null) return refuse(reply, 'password-refused', why)
      const changed = await access.changePassword(who, { old, fresh })
      return changed.ok ? reply.send({ ok: true }) : refuse(reply, changed.refused)
    },
  },
  {
    method: 'POST',
    url: '/api/v1/sign-in',
    may: ['anyone'],
    answer: async (request, reply) => {
      const email = readText(request.body, 'email', 254)
      const password = readSecret(request.body, 'password')
      if (email === null || password === null) return refuse(reply, 'sign-in-wrong')
      if (!limits.signIn(request, email)) return refuse(reply, 'too-often')
      const code = readText(request.body, 'code', 40)
      const signedIn = await access.signIn({ email, password, code, agent: agentOf(request.headers) })
      if (!signedIn.ok) return refuse(reply, signedIn.refused)
      limits.signedIn(request, email)
      return giveSession(reply, ground, signedIn.value).send({ ok: true })
    },
  },
  {
    method: 'POST',
    url: '/api/v1/sign-out',
    may: ['anyone'],
    answer: async ({ who }, reply) => {
      const isOutside = who.kind === 'account' && (await access.isOutside(who.account))
      if (who.kind === 'account') await access.endSession(who, null)
      const elsewhere = isOutside ? await provider?.endAddress(`${ground.origin}/people/sign-in`) : null
      return takeSession(reply, ground).send({ ok: true, elsewhere: elsewhere ?? null })
    },
  },
  {
    method: 'GET',
    url: '/api/v1/sessions',
    may: ['owner', 'lead', 'practitioner', 'analyst'],
    answer: async ({ who }, reply) =>
      reply.send({ sessions: who.kind === 'account' ? await access.sessions(who) : [] }),
  },
  {
    method: 'POST',
    url: '/api/v1/sessions/end',
    may: ['owner', 'lead', 'practitioner', 'analyst'],
    answer: async (request, reply) => {
      const id = readText(request.body, 'id', 64)
      if (id === null) return refuse(reply, 'not-a-request')
      if (request.who.kind === 'account') await access.endSession(request.who, id)
      return reply.send({ ok: true })
    },
  },
]

const meOf = (who: Who, owned: boolean): Omit<Me, 'secondStep' | 'outside' | 'provider'> => {
  const nobody = { name: null, email: null, owner: false, roles: [] }
  switch (who.kind) {
    case 'open':
      return { kind: 'open', ...nobody, owner: true }
    case 'account':
      return { ...nobody, kind: 'account', name: who.name, email: who.email, owner: who.owner, roles: who.given }
    case 'device':
      return { ...nobody, kind: who.former ? 'former-device' : 'device', name: who.name }
    case 'nobody':
    case 'recipient':
      return { kind: owned ? 'nobody' : 'owner-needed', ...nobody }
    default:
      return who satisfies never
  }
}

const agentOf = (headers: { readonly 'user-agent'?: string | undefined }): string => headers['user-agent'] ?? ''

interface Person {
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** What a new person says of themselves, in the form that the link leads to. */
const readPerson = (body: unknown): Person | null => {
  const token = readText(body, 'token', 64)
  const name = readText(body, 'name', 100)
  const email = readText(body, 'email', 254)
  const password = readSecret(body, 'password')
  if (token === null || name === null || email === null || password === null) return null
  return isEmail(email) ? { token, name, email, password } : null
}

/** Whether it may be an email address: somebody before one @ and a name after it. */
const isEmail = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+$/.test(text)
