import type { DeviceDatabase } from './database.ts'
import type { KeptDesign, OpenDesign } from './kept-design.ts'
import type { Clock } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'

/**
 * How a save ended.
 * - `saved`: on the disk
 * - `conflict`: another tab saved since; `newer` is what it saved, and it was left as it is
 * - `gone`: the survey was deleted in another tab
 * - `failed`: nothing was written; `reason` is a sentence
 */
export type DesignSaved =
  | { readonly kind: 'saved'; readonly open: OpenDesign }
  | { readonly kind: 'conflict'; readonly newer: KeptDesign }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Saves a design over `last`, if `last` is still what is kept: its row, the steps that are new or changed, and nothing
 * of the others. Steps that `next` no longer has are deleted.
 */
export const saveDesign = async (
  database: DeviceDatabase,
  last: OpenDesign,
  next: OpenDesign,
  clock: Clock,
): Promise<DesignSaved> => {
  const { designs, designSteps } = database
  const { id } = last.design
  const onDisk = new Set(last.steps)
  const numbers = new Set(next.steps.map(({ step }) => step))
  try {
    return await database.transaction('rw', [designs, designSteps], async (): Promise<DesignSaved> => {
      const there = await designs.get(id)
      if (there === undefined || there.createdAt !== last.design.createdAt) return { kind: 'gone' }
      if (there.counter !== last.design.counter) return { kind: 'conflict', newer: there }
      const { definition, position } = next.design
      const savedAt = clock().toISOString()
      const design: KeptDesign = { ...there, definition, position, savedAt, counter: there.counter + 1 }
      await designs.put(design)
      await designSteps.bulkPut(next.steps.filter((step) => !onDisk.has(step)))
      await designSteps.bulkDelete(
        last.steps.flatMap(({ step }): [string, number][] => (numbers.has(step) ? [] : [[id, step]])),
      )
      return { kind: 'saved', open: { design, steps: next.steps } }
    })
  } catch (error) {
    return { kind: 'failed', reason: whyNotSaved(error) }
  }
}
