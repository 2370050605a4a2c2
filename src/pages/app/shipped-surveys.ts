import type { DeviceDatabase } from '../../device/database.ts'
import { listVersions } from '../../device/versions.ts'
import type { Definition } from '../../survey/definition.ts'
import type { SurveyId } from '../../survey/ids.ts'

/**
 * The address of each definition, as data and not as script. A file is named by its survey's id: what is known need not
 * be loaded.
 */
const definitions = import.meta.glob<string>('../../../surveys/*.json', {
  import: 'default',
  query: '?url&no-inline',
  eager: true,
})
const examples = import.meta.glob<string>('../../../surveys/*.example.ndjson', { import: 'default', query: '?raw' })

/**
 * Puts the surveys that ship on a device that has none of their versions, so that it can collect before it has ever
 * heard a server. The server names them by the same digest.
 */
export const keepShippedSurveys = async (database: DeviceDatabase): Promise<void> => {
  const known = new Set<string>((await listVersions(database)).map(({ survey }) => survey))
  const missing = Object.entries(definitions).filter(([file]) => !known.has(surveyOf(file)))
  if (missing.length === 0) return
  const { keepPublished } = await import('./keep-published.ts')
  await keepPublished(database, await Promise.all(missing.map(([, address]) => read(address))))
}

const read = async (address: string): Promise<Definition> => (await (await fetch(address)).json()) as Definition

const surveyOf = (file: string): string => file.replace(/^.*\/|\.json$/g, '')

const exampleFile = (survey: string): string => `../../../surveys/${survey}.example.ndjson`

export const hasExample = (survey: string): boolean => Object.hasOwn(examples, exampleFile(survey))

/** The invented returns that ship with a survey, as the text of their file; null where there are none. */
export const exampleReturns = async (survey: SurveyId): Promise<string | null> =>
  (await examples[exampleFile(survey)]?.()) ?? null
