import type { AboutServer, Status } from '../../protocol/people.ts'
import type { Route } from '../route.ts'
import type { Store } from '../store.ts'
import type { Figures } from './figures.ts'

/** Asks the machine what the store does not know. */
export type AskAbout = () => Promise<AboutServer>

const week = 7 * 24 * 3_600_000

/** How the server is doing, for its owner. */
export const statusRoute = (store: Store, figures: Figures, askAbout: AskAbout | null): Route => {
  const since = store.access.now().toISOString()
  return {
    method: 'GET',
    url: '/api/v1/status',
    may: ['owner'],
    answer: async ({ who }, reply) => {
      const before = new Date(store.access.now().getTime() - week).toISOString()
      const devices = await store.access.devices(who)
      const status: Status = {
        about: askAbout === null ? null : await askAbout(),
        since,
        ...figures.summary(),
        sealing: await store.sealing.about(),
        aside: await store.countAside(),
        unseen: devices
          .filter(({ ended, seenAt }) => ended === null && seenAt < before)
          .map(({ name, seenAt }) => ({ name, seenAt })),
      }
      return reply.send(status)
    },
  }
}
