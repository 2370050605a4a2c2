import { writeCarried } from '../protocol/carried-file.ts'
import type { DeviceId } from '../response/revision.ts'
import type { Json } from '../survey/json.ts'
import type { Version } from '../survey/version.ts'
import type { KeptDraft } from './database.ts'
import { readSentinel } from './journal/sentinel.ts'
import type { NewId } from './ports.ts'

/**
 * A file of one form that is begun, from what stands on the page: where this device can't keep another letter, neither
 * in its database nor in its journal, and so can't be asked. It is taken in as any that is carried.
 */
export const carryDraft = (name: string, kept: KeptDraft, version: Version, newId: NewId): string =>
  writeCarried({
    device: readSentinel(name)?.device ?? (newId() as DeviceId),
    versions: [version],
    standings: [],
    revisions: [],
    drafts: [kept as unknown as Json],
    photos: [],
  })
