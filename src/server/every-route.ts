import { deviceRoutes } from './access/device-routes.ts'
import { makeLimits } from './access/limits.ts'
import { peopleRoutes } from './access/people-routes.ts'
import type { Provider } from './access/provider.ts'
import { providerRoutes } from './access/provider-routes.ts'
import { secondStepRoutes } from './access/second-step-routes.ts'
import { signInRoutes } from './access/sign-in-routes.ts'
import { subjectAccessRoute } from './access/subject-access-route.ts'
import type { Ground } from './access/who-asks.ts'
import type { Mailer } from './population/mailer.ts'
import { populationRoutes } from './population/population-routes.ts'
import { recipientRoutes } from './population/recipient-routes.ts'
import { makeSendings } from './population/send-letters.ts'
import { countWrongLinks } from './population/wrong-links.ts'
import type { Route } from './route.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { routes } from './routes.ts'
import { sealingRoute } from './sealing-route.ts'
import type { Store } from './store.ts'

const now = (): Date => new Date()

/** Every address that the server answers, but for the app's files. */
export const everyRoute = (
  store: Store,
  ground: Ground,
  mailer: Mailer | null,
  provider: Provider | null,
): readonly Route[] => {
  const limits = makeLimits(() => performance.now())
  return [
    ...routes(store),
    ...signInRoutes(store, ground, limits, provider),
    ...providerRoutes(store, ground, limits, provider),
    ...secondStepRoutes(store, limits),
    ...peopleRoutes(store),
    subjectAccessRoute(store),
    sealingRoute(store),
    ...deviceRoutes(store, limits),
    ...retentionRoutes(store),
    ...populationRoutes(store, makeSendings(store.population, mailer, now), ground.origin),
    ...recipientRoutes(store, countWrongLinks(Date.now), now),
  ]
}
