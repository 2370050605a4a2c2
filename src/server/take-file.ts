import { type CarriedPhoto, readCarried } from '../protocol/carried-file.ts'
import { attachmentPartLimits, protocolVersion, publishLimits } from '../protocol/messages.ts'
import { refusals } from '../protocol/refusals.ts'
import type { DeviceId, Revision } from '../response/revision.ts'
import { receivePart } from './receive-part.ts'
import { receivePush } from './receive-push.ts'
import { receiveSurveys } from './receive-surveys.ts'
import type { Store } from './store.ts'

/** What became of a file that a device saved to be carried. */
export type FileTaken =
  | {
      readonly ok: true
      readonly versions: number
      readonly stored: number
      readonly known: number
      readonly aside: number
      readonly photos: number
      readonly drafts: number
      /** What was left out, each a sentence. */
      readonly faults: readonly string[]
    }
  | { readonly ok: false; readonly reason: string }

/** Takes a file in through the same doors as what comes over the wire, each return under the device that made it. */
export const takeFile = async (store: Store, text: string): Promise<FileTaken> => {
  const read = readCarried(text)
  if (!read.ok) return read
  const { device, versions, standings, revisions, photos, drafts } = read.carried
  const faults: string[] = [...read.faults]
  let published = 0
  for (const some of parts(versions, publishLimits.versions)) {
    const received = await receiveSurveys(store, { protocol: protocolVersion, device, versions: some, standings: [] })
    if (!received.ok) return refusedWith(received.refused)
    published += received.answer.versions.filter(({ status }) => status === 'published').length
  }
  for (const some of parts(standings, publishLimits.standings))
    await receiveSurveys(store, { protocol: protocolVersion, device, versions: [], standings: some })
  const counts = { stored: 0, duplicate: 0, quarantined: 0, erased: 0 }
  for (const [by, own] of Map.groupBy(revisions, (revision): DeviceId => revision.device)) {
    for (const some of parts<Revision>(own, 20)) {
      const received = await receivePush(store, { protocol: protocolVersion, device: by, epoch: null, revisions: some })
      if (!received.ok) return refusedWith(received.refused)
      for (const { status } of received.answer.acks) counts[status] += 1
    }
  }
  let taken = 0
  for (const photo of photos) {
    const fault = await takePhoto(store, photo)
    if (fault === null) taken += 1
    else faults.push(fault)
  }
  const { stored, duplicate: known, quarantined: aside, erased } = counts
  if (erased > 0) faults.push(`${erased} of the returns had been taken out, and stay out.`)
  return { ok: true, versions: published, stored, known, aside, photos: taken, drafts: drafts.length, faults }
}

const refusedWith = (refused: keyof typeof refusals): FileTaken => ({ ok: false, reason: refusals[refused].reason })

const parts = <Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, index) => items.slice(index * most, (index + 1) * most))

/** In parts, as over the wire; why it was not taken, or null. */
const takePhoto = async (store: Store, { sha256, base64 }: CarriedPhoto): Promise<string | null> => {
  const bytes = Buffer.from(base64, 'base64')
  for (let offset = 0, complete = false; !complete && offset < bytes.length;) {
    const body = bytes.subarray(offset, offset + attachmentPartLimits.part)
    const received = await receivePart(store, { sha256, offset, total: bytes.length, body })
    if (!received.ok) return `A photo was left out. ${refusals[received.refused].reason}`
    complete = received.answer.complete
    offset += body.length
  }
  return null
}
