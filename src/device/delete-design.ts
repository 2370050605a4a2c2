import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'
import { copyRow } from './journal/shelves.ts'
import { whyNotSaved } from './storage-failure.ts'

export type DesignDeleted = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/**
 * Deletes a survey and its steps for good. Only one that was put away and never published, so that no answer, here or
 * anywhere, loses the questions it is read with.
 */
export const deleteDesign = async (database: DeviceDatabase, id: SurveyId): Promise<DesignDeleted> => {
  const { designs, designSteps, versions, returns } = database
  try {
    const deleted = await database.transaction(
      'rw',
      [designs, designSteps, versions, returns],
      async (): Promise<DesignDeleted> => {
        const design = await designs.get(id)
        if (design === undefined) return { ok: true }
        if (!design.putAway) return refused('Put the survey away first. Then it can be deleted.')
        if ((await returns.where('revision.survey').equals(id).count()) > 0)
          return refused('It has answers, so it is kept. Put away, it is out of your way.')
        if ((await versions.where('survey').equals(id).count()) > 0)
          return refused('It was published, so it is kept. Put away, it is out of your way.')
        await designSteps.where('[survey+step]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).delete()
        await designs.delete(id)
        return { ok: true }
      },
    )
    await copyRow(database, 'designs', id)
    return deleted
  } catch (error) {
    return refused(whyNotSaved(error))
  }
}

const refused = (reason: string): DesignDeleted => ({ ok: false, reason })
