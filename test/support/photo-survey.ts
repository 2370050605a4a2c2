import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import type { StandingId } from '../../src/survey/standing.ts'
import { publish } from '../../src/survey/version.ts'

/** A survey that asks for photos and a signature. */
export const photoSurvey: Definition = {
  proforma: { id: 'home-safety' as SurveyId, units: 'people', audience: 'Families', minutes: 3, privacy: 'Private.' },
  title: 'Home safety visit',
  pages: [
    {
      name: 'look',
      title: 'A look around',
      elements: [
        {
          type: 'file',
          name: 'stairs',
          title: 'Show the stairs and the gate',
          description: 'Nobody should be in the photo.',
          isRequired: true,
          proforma: { most: 2 },
        },
        { type: 'text', name: 'room', title: 'Which room did you look at last?' },
        { type: 'signaturepad', name: 'agreed', title: 'Who agreed to the visit?' },
      ],
    },
  ],
}

/** Publishes a survey on a running server, live, as a device would. */
export const publishOn = async (
  address: string,
  definition: Definition,
  previous: Definition | null = null,
): Promise<void> => {
  const now = new Date('2026-11-23T09:00:00.000Z')
  const version = publish(definition, previous === null ? null : publish(previous, null, now), now)
  const standing = {
    id: crypto.randomUUID() as StandingId,
    survey: version.survey,
    version: version.id,
    state: 'live',
    at: '2026-11-23T09:00:00.000Z',
    seq: null,
  }
  const response = await fetch(`${address}/api/v1/surveys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      protocol: 1,
      device: '00000000-0000-4000-8000-0000000000bb',
      versions: [version],
      standings: [standing],
    }),
  })
  if (!response.ok) throw new Error(`The survey was not published: ${await response.text()}`)
}
