import { type Revision, sealRevision } from '../../src/response/revision.ts'

/** A sound return, its number in its ids: `exampleRevision(3)` is the third of its device. */
export const exampleRevision = (deviceSequence: number, changes: Partial<Omit<Revision, 'sha256'>> = {}): Revision => {
  const digits = String(deviceSequence).padStart(12, '0')
  return sealRevision({
    id: `00000000-0000-4000-8000-${digits}`,
    response: `11111111-1111-4111-8111-${digits}`,
    survey: 'larc-support-needs',
    version: 'a'.repeat(64),
    device: '22222222-2222-4222-8222-222222222222',
    deviceSequence,
    replaces: null,
    answers: { role: 'Lead officer' },
    statuses: { role: 'answered' },
    way: 'interviewer',
    language: 'en',
    startedAt: '2026-11-23T09:00:00.000Z',
    returnedAt: '2026-11-23T09:10:00.000Z',
    ...changes,
  } as Omit<Revision, 'sha256'>)
}
