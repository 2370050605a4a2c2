import type { Publish } from '../../src/protocol/messages.ts'
import type { DeviceId } from '../../src/response/revision.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { Standing, StandingId } from '../../src/survey/standing.ts'
import { type Version, versionId } from '../../src/survey/version.ts'
import { definition, uuid } from './example-return.ts'

const at = '2026-11-23T15:00:00.000Z'

/** The survey with another title, as a device would number it. */
export const titled = (title: string, number: number): Version => {
  const other: Definition = { ...definition, title }
  return { id: versionId(other), survey: other.proforma.id, number, publishedAt: at, definition: other }
}

/** The nth decision about a version's survey. */
export const decided = (n: number, version: Version, change: Partial<Standing> = {}): Standing => ({
  id: uuid(0x3000 + n) as StandingId,
  survey: version.survey,
  version: version.id,
  state: 'live',
  at,
  seq: null,
  ...change,
})

export const publicationOf = (versions: readonly unknown[], standings: readonly unknown[] = []): Publish => ({
  protocol: 1,
  device: uuid(0xd1) as DeviceId,
  versions: versions as readonly Version[],
  standings: standings as readonly Standing[],
})
