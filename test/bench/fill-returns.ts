import type { Page } from 'playwright-core'
import { versionId } from '../../src/survey/version.ts'
import { definition, madeUp } from './million-returns.ts'

/** The survey of {@link fillReturns}. */
export const filledSurvey = definition.proforma.id

/** Puts the survey and so many returns to it into a database of the tab, as if the server had them all. */
export const fillReturns = async (page: Page, name: string, count: number): Promise<void> => {
  const version = { id: versionId(definition), survey: filledSurvey, number: 1, definition, publishedAt: '2026-11-23' }
  const samples = Array.from({ length: 512 }, (_, place) => madeUp(place))
  await page.evaluate(
    async ({ database, most, told }) => {
      const { published, forms } = JSON.parse(told) as { published: { survey: string }; forms: readonly object[] }
      const connection = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(database)
        opening.addEventListener('error', () => reject(new Error('The database does not open')))
        opening.addEventListener('success', () => resolve(opening.result))
      })
      for (let from = 0; from < most; from += 10_000) {
        const write = connection.transaction(['versions', 'returns'], 'readwrite')
        write.objectStore('versions').put(published)
        for (let number = from + 1; number <= Math.min(most, from + 10_000); number += 1) {
          const id = crypto.randomUUID()
          const revision = {
            ...forms[number % forms.length],
            id,
            response: id,
            survey: published.survey,
            device: 'bench',
            deviceSequence: number,
            returnedAt: '2026-11-23T09:00:00.000Z',
          }
          write.objectStore('returns').put({ revision, seq: number })
        }
        await new Promise((resolve) => write.addEventListener('complete', resolve))
      }
      connection.close()
    },
    { database: name, most: count, told: JSON.stringify({ published: version, forms: samples }) },
  )
}
