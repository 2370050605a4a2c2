import type { DeviceDatabase } from '../../device/database.ts'
import type { RevisionId } from '../../response/revision.ts'
import { dayNumber } from '../../tabulation/day-number.ts'
import type { Choices } from './choices.ts'

/** Names the time of the return among variables: no variable begins like this. */
export const returnedId = '#returned'

export const returnedLabel = 'Month of the return'

export const asksForDays = ({ by, andBy }: Pick<Choices, 'by' | 'andBy'>): boolean =>
  by === returnedId || andBy === returnedId

/** How many returns are read at a time: never all at once. */
const slice = 2000

/** The day on which each was returned, by its own device's clock; NaN where this device does not have it. */
export const returnedDays = async (
  database: DeviceDatabase,
  revisions: readonly RevisionId[],
): Promise<Float64Array> => {
  const days = new Float64Array(revisions.length).fill(Number.NaN)
  for (let from = 0; from < revisions.length; from += slice) {
    const kept = await database.returns.bulkGet(revisions.slice(from, from + slice))
    for (const [at, one] of kept.entries())
      days[from + at] = one === undefined ? Number.NaN : dayNumber(one.revision.returnedAt)
  }
  return days
}
