import { isJsonObject } from '../../survey/json.ts'
import { refuse } from '../refuse.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import type { Limits } from './limits.ts'
import type { Provider } from './provider.ts'
import { flowOf, giveFlow, giveSession } from './session-cookie.ts'
import type { Ground } from './who-asks.ts'

/** Where somebody comes back to from the organisation's sign-in: a page of the app, which asks `finish`. */
const backTo = ({ origin }: Ground): string => `${origin ?? ''}/people/back`

/** Signing in through the organisation. Where none is set there is nothing at these addresses. */
export const providerRoutes = (
  { access }: Store,
  ground: Ground,
  limits: Limits,
  provider: Provider | null,
): readonly Route[] => [
  {
    method: 'POST',
    url: '/api/v1/provider/begin',
    may: ['anyone'],
    answer: async (request, reply) => {
      if (provider === null) return refuse(reply, 'not-found')
      // The first owner has a password, and so gets in where the organisation's sign-in does not answer.
      if (!(await access.hasOwner())) return refuse(reply, 'owner-needed')
      if (!limits.outside(request)) return refuse(reply, 'too-often')
      const begun = await provider.begin(backTo(ground))
      if (!begun.ok) return refuse(reply, begun.refused)
      return giveFlow(reply, ground, await access.beginFlow(begun.flow)).send({ address: begun.address })
    },
  },
  {
    method: 'POST',
    url: '/api/v1/provider/finish',
    may: ['anyone'],
    answer: async (request, reply) => {
      const search = isJsonObject(request.body) ? request.body['search'] : null
      if (typeof search !== 'string' || search.length > 8192 || !/^\?[\x21-\x7e]+$/.test(search))
        return refuse(reply, 'not-a-request')
      if (provider === null) return refuse(reply, 'not-found')
      if (!limits.outside(request)) return refuse(reply, 'too-often')
      const token = flowOf(request, ground)
      const flow = token === null ? null : await access.takeFlow(token)
      if (flow === null) return refuse(reply, 'provider-refused')
      const told = await provider.finish(new URL(`${backTo(ground)}${search}`), flow)
      if (!told.ok) return refuse(reply, told.refused)
      const agent = request.headers['user-agent'] ?? ''
      const signedIn = await access.signInOutside({ ...told.outsider, agent })
      if (!signedIn.ok) return refuse(reply, signedIn.refused)
      return giveSession(giveFlow(reply, ground, null), ground, signedIn.value).send({ ok: true })
    },
  },
]
