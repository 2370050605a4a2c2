import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'
import type { KeptStep, OpenDesign } from './kept-design.ts'
import { surveyStanding } from './list-designs.ts'
import { newDesign } from './new-design.ts'
import type { Clock } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'

/** `gone`: this device has neither a design of that survey nor a version. `failed`: with a sentence. */
export type DesignOpened =
  | { readonly kind: 'opened'; readonly open: OpenDesign }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Opens a survey to be built on, with the steps that can be undone and redone. One that has only versions here, as
 * those that ship, becomes a design of this device, made from the version that is live.
 */
export const openDesign = async (database: DeviceDatabase, id: SurveyId, clock: Clock): Promise<DesignOpened> => {
  const { designs, designSteps, versions, standings } = database
  try {
    const open = await readDesign(database, id)
    if (open !== null) return { kind: 'opened', open }
    return await database.transaction('rw', [designs, designSteps, versions, standings], async () => {
      // Another tab may have made it since.
      const made = await readDesign(database, id)
      if (made !== null) return { kind: 'opened', open: made }
      const { version } = await surveyStanding(database, id)
      if (version === null) return { kind: 'gone' }
      const design = newDesign(version.definition, clock())
      await designs.add(design)
      return { kind: 'opened', open: { design, steps: [] } }
    })
  } catch (error) {
    return { kind: 'failed', reason: whyNotSaved(error) }
  }
}

/** A design with its steps, or null when there is none. */
const readDesign = (database: DeviceDatabase, id: SurveyId): Promise<OpenDesign | null> =>
  database.transaction('r', [database.designs, database.designSteps], async () => {
    const design = await database.designs.get(id)
    return design === undefined ? null : { design, steps: await stepsOf(database, id) }
  })

const stepsOf = (database: DeviceDatabase, id: SurveyId): Promise<readonly KeptStep[]> =>
  database.designSteps.where('[survey+step]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).sortBy('step')
