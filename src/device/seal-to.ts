import type { DeviceDatabase } from './database.ts'
import { readEnrolment } from './enrolment.ts'
import { rememberedSealTo, rememberSealTo } from './remembered-seal.ts'

/** The key that an enrolled tablet seals its returns to, base64; null where returns are kept as they are. */
export const readSealTo = async (database: DeviceDatabase): Promise<string | null> => {
  try {
    const row = await readEnrolment(database)
    if (row !== null) return row.sealTo ?? null
  } catch {
    // What was remembered holds.
  }
  return rememberedSealTo(database.name)
}

/** Takes note of the key that the server names: also where the tablet was enrolled before there was one. */
export const keepSealTo = async (database: DeviceDatabase, sealTo: string | undefined): Promise<void> => {
  const row = await readEnrolment(database)
  if (row === null || sealTo === undefined || row.sealTo === sealTo) return
  await database.tablet.put({ ...row, sealTo })
  rememberSealTo(database.name, sealTo)
}
