import { readText } from './access/read-text.ts'
import { refuse } from './refuse.ts'
import type { Route } from './route.ts'
import type { Store } from './store.ts'

/** A new key for tablets to seal to. */
export const sealingRoute = ({ sealing }: Store): Route => ({
  method: 'POST',
  url: '/api/v1/sealing/new-key',
  may: ['owner'],
  answer: async ({ who, body }, reply) => {
    const why = readText(body, 'why', 200)
    if (why === null) return refuse(reply, 'not-a-request')
    await sealing.makeNew(who, why)
    return reply.send(await sealing.about())
  },
})
