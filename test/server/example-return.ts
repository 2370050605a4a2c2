import type { Push } from '../../src/protocol/messages.ts'
import {
  type DeviceId,
  type ResponseId,
  type Revision,
  type RevisionId,
  sealRevision,
} from '../../src/response/revision.ts'
import type { ItemStatus } from '../../src/response/status.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { versionId } from '../../src/survey/version.ts'

/** A UUID that is easy to tell: `uuid(7)` ends in 7. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

const device = uuid(0xd1) as DeviceId

/** One question, one grid of two rows, one tick-all with a refusal. */
export const definition: Definition = {
  proforma: {
    id: 'visits' as SurveyId,
    units: 'people',
    audience: 'Families',
    minutes: 2,
    privacy: 'We keep your answers for a year.',
  },
  title: 'Visits',
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'text', name: 'role', title: 'Your role' },
        {
          type: 'matrix',
          name: 'help',
          title: 'What helped?',
          columns: ['yes', 'no', { value: 'unsure', text: 'Not sure', role: 'not-sure' }],
          rows: ['housing', 'money'],
        },
        {
          type: 'checkbox',
          name: 'who',
          title: 'Who came?',
          choices: ['nurse', 'teacher', { value: 'rather_not', role: 'refused' }],
        },
      ],
    },
  ],
}

export const statuses = {
  role: 'answered',
  'help.housing': 'answered',
  'help.money': 'blank',
  who: 'refused',
} satisfies { readonly [item: string]: ItemStatus }

/** The nth return of a device: sound, unless `change` makes it otherwise before it is sealed. */
export const exampleReturn = (n: number, change: { readonly [member: string]: unknown } = {}): Revision => {
  const content: Omit<Revision, 'sha256'> = {
    id: uuid(0x1000 + n) as RevisionId,
    response: uuid(0x2000 + n) as ResponseId,
    survey: definition.proforma.id,
    version: versionId(definition),
    device,
    deviceSequence: n,
    replaces: null,
    answers: { role: `Visitor ${n}`, help: { housing: 'unsure' }, who: ['rather_not'] },
    statuses,
    way: 'family',
    language: 'en',
    startedAt: '2026-11-23T14:30:00.000Z',
    returnedAt: '2026-11-23T14:32:00.000Z',
    ...change,
  }
  return sealRevision(content)
}

export const pushOf = (...revisions: readonly unknown[]): Push => ({
  protocol: 1,
  device,
  epoch: null,
  revisions: revisions as readonly Revision[],
})
