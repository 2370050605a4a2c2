import { expect, test } from 'vitest'
import type { SurveyId } from '../../src/survey/ids.ts'
import { liveVersions } from '../../src/survey/live-versions.ts'
import type { Standing, StandingId } from '../../src/survey/standing.ts'
import { publish, type Version } from '../../src/survey/version.ts'
import { definition } from '../server/example-return.ts'

const now = new Date('2026-11-23T15:00:00Z')

const first = publish(definition, null, now)
const second = publish({ ...definition, title: 'Home visits' }, first, now)
const other = publish({ ...definition, proforma: { ...definition.proforma, id: 'calls' as SurveyId } }, null, now)

const standing = ({ id, survey }: Version, state: Standing['state']): Standing => ({
  id: 'x' as StandingId,
  survey,
  version: id,
  state,
  at: now.toISOString(),
  seq: 1,
})

test.each<[string, readonly Standing[], readonly Version[]]>([
  ['where nobody decided, the highest number is live', [], [other, second]],
  ['the version published last is live, whatever its number', [standing(first, 'live')], [other, first]],
  ['a closed survey has none', [standing(second, 'closed')], [other]],
  [
    'a version that is not here leaves the highest',
    [{ ...standing(first, 'live'), version: other.id }],
    [other, second],
  ],
])('%s', (_, standings, live) => {
  expect(liveVersions([second, first, other], standings)).toEqual(live)
})
