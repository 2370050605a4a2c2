import { refuse } from '../refuse.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import { readText } from './read-text.ts'

/** All that is held about one person: a POST, since it is written down who asked and why. */
export const subjectAccessRoute = ({ access }: Store): Route => ({
  method: 'POST',
  url: '/api/v1/subject-access',
  may: ['owner', 'lead'],
  answer: async ({ who, body }, reply) => {
    const find = readText(body, 'find', 254)
    const why = readText(body, 'why', 200)
    if (find === null || why === null) return refuse(reply, 'not-a-request')
    return reply.send(await access.subjectAccess(who, { find, why }))
  },
})
