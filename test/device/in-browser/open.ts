import { type DeviceDatabase, openDatabase } from '../../../src/device/database.ts'
import { type NewDraft, startDraft } from '../../../src/device/drafts.ts'
import type { KeptDraft } from '../../../src/device/database.ts'

export const newId = (): string => crypto.randomUUID()

export const clock = (): Date => new Date()

export const form = {
  survey: 'larc-support-needs',
  version: 'a'.repeat(64),
  way: 'interviewer',
  language: 'en',
} as NewDraft

const open = new Map<string, Promise<DeviceDatabase>>()

/** One connection for each tab and name, as in the app. */
export const opened = (name: string): Promise<DeviceDatabase> => {
  const already = open.get(name)
  if (already !== undefined) return already
  const opening = openDatabase(name, newId).then((result) => {
    if (!result.ok) throw new Error(result.reason)
    return result.database
  })
  open.set(name, opening)
  return opening
}

export const begun = async (name: string): Promise<KeptDraft> => {
  const started = await startDraft(await opened(name), form, clock, newId)
  if (!started.ok) throw new Error(started.reason)
  return started.kept
}
