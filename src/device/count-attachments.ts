import type { DeviceDatabase } from './database.ts'

/** How many photos and drawings are still to be sent. */
export const countAttachmentsToSend = (database: DeviceDatabase): Promise<number> =>
  database.attachments.where('standing').equals('to-send').count()
