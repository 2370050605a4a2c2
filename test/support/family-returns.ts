import { readFileSync } from 'node:fs'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { statusesOf } from '../../src/engine/statuses.ts'
import type { PushAnswer } from '../../src/protocol/messages.ts'
import type { Revision } from '../../src/response/revision.ts'
import { versionId } from '../../src/survey/version.ts'
import { exampleRevision } from './example-revision.ts'

const who = ['parent_carer', 'parent_carer', 'parent_carer', 'young_person', 'parent_carer', 'together'] as const

/** Families: three said they were not heard at all, as an eye can find in a table that hides nothing. */
const familyReturns = (from: number, to: number): readonly Revision[] => {
  const file = new URL('../../surveys/family-views.json', import.meta.url)
  const opened = openDefinition(JSON.parse(readFileSync(file, 'utf8')))
  if (!opened.ok) throw new Error('The survey of families does not open')
  const { definition } = opened
  return Array.from({ length: to - from + 1 }, (_, place) => {
    const at = from - 1 + place
    const answers = {
      consent: 'yes',
      who_answers: who[at % who.length] as string,
      children_at_home: 1 + (at % 3),
      listened: at < 3 ? 1 : 2 + (at % 4),
      one_person: at % 2 === 0 ? 'yes' : 'no',
    }
    return exampleRevision(at + 1, {
      survey: definition.proforma.id,
      version: versionId(definition),
      answers,
      statuses: statusesOf(definition, answers),
    })
  })
}

/** Sends thirty of them to a server, as a device would, or those of the numbers given. */
export const pushFamilyReturns = async (address: string, from = 1, to = 30): Promise<void> => {
  const revisions = familyReturns(from, to)
  const pushed = await fetch(`${address}/api/v1/push`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: 1, device: revisions[0]?.device, epoch: null, revisions }),
  })
  const { acks } = (await pushed.json()) as PushAnswer
  const kept = acks.filter(({ status }) => status === 'stored').length
  if (kept !== revisions.length) throw new Error(`${kept} of ${revisions.length} returns were kept`)
}
