import { createContext, use } from 'react'
import { readAttachment } from '../../device/attachments.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { type AttachmentKept, keepAttachment, referenceTo } from '../../device/keep-attachment.ts'
import type { Picture } from '../../device/make-photo.ts'
import type { ResponseId } from '../../response/revision.ts'

/** Where the form on the screen keeps its photos and drawings, beside the answers. */
export interface AttachmentKeeper {
  /** Resolves when it is kept: only then may an answer name it. */
  readonly keep: (picture: Picture) => Promise<AttachmentKept>
  /** Null where it is not on this device. */
  readonly read: (sha256: string) => Promise<Blob | null>
}

export const AttachmentKeeperContext = createContext<AttachmentKeeper | null>(null)

export const useAttachmentKeeper = (): AttachmentKeeper => {
  const keeper = use(AttachmentKeeperContext)
  if (keeper === null) throw new Error('A photo is asked for outside a form')
  return keeper
}

/** Keeps them in this device's database. */
export const keepOnDevice = (database: DeviceDatabase, response: ResponseId): AttachmentKeeper => ({
  keep: (picture) => keepAttachment(database, response, picture),
  read: async (sha256) => {
    const kept = await readAttachment(database, sha256)
    return kept === null ? null : new Blob([kept.bytes], { type: kept.type })
  },
})

/** Keeps them as long as it is held itself: for a form that is only tried. */
export const keepInMemory = (): AttachmentKeeper => {
  const held = new Map<string, Blob>()
  return {
    keep: async (picture) => {
      const reference = referenceTo(picture)
      held.set(reference.sha256, new Blob([picture.bytes], { type: picture.type }))
      return { ok: true, reference }
    },
    read: async (sha256) => held.get(sha256) ?? null,
  }
}
