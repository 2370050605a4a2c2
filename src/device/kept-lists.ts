import type { Choice } from '../survey/definition.ts'
import type { DeviceDatabase } from './database.ts'
import type { Clock, NewId } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'

/** A list of answers or items that somebody keeps on this device, to use again in other questions and surveys. */
export interface KeptList {
  /** A UUID, made here. */
  readonly id: string
  readonly title: string
  readonly choices: readonly Choice[]
  /** ISO 8601, UTC. */
  readonly keptAt: string
}

export type ListKept = { readonly ok: true; readonly list: KeptList } | { readonly ok: false; readonly reason: string }

/** Keeps a list with its codes and roles. A list of the same title takes the place of the one before. */
export const keepList = async (
  database: DeviceDatabase,
  title: string,
  choices: readonly Choice[],
  clock: Clock,
  newId: NewId,
): Promise<ListKept> => {
  const name = title.trim().toWellFormed()
  if (name === '') return { ok: false, reason: 'Give the list a name.' }
  if (choices.length === 0) return { ok: false, reason: 'The list is empty.' }
  try {
    return await database.transaction('rw', database.keptLists, async () => {
      const before = (await database.keptLists.toArray()).find((one) => one.title === name)
      const list = { id: before?.id ?? newId(), title: name, choices, keptAt: clock().toISOString() }
      await database.keptLists.put(list)
      return { ok: true, list }
    })
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/** The lists kept on this device, by their titles. */
export const listKeptLists = async (database: DeviceDatabase): Promise<readonly KeptList[]> =>
  (await database.keptLists.toArray()).sort((a, b) => a.title.localeCompare(b.title, 'en-GB'))

/** Takes a list off this device. Questions that were made with it keep their answers. */
export const forgetList = async (database: DeviceDatabase, id: string): Promise<string | null> => {
  try {
    await database.keptLists.delete(id)
    return null
  } catch (error) {
    return whyNotSaved(error)
  }
}
