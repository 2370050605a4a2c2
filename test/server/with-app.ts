import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { type AppParts, makeApp } from '../../src/server/make-app.ts'
import type { Store } from '../../src/server/store.ts'
import { definition } from './example-return.ts'
import { openStore } from './open-store.ts'

/** The real routes over a real store with one survey published; a fault inside fails the test. */
export const withApp = async ({
  newId,
  ...parts
}: Partial<Pick<AppParts, 'appFolder' | 'log' | 'patience'>> & { readonly newId?: () => string } = {}): Promise<{
  readonly app: FastifyInstance
  readonly store: Store
}> => {
  const store = await openStore(newId === undefined ? {} : { newId })
  await store.publish(definition)
  const faults: unknown[] = []
  const app = await makeApp({ store, appFolder: null, ...parts, report: (fault) => faults.push(fault) })
  onTestFinished(async () => {
    await app.close()
    if (faults.length > 0) throw new AggregateError(faults, 'The server reported a fault')
  })
  return { app, store }
}
