import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft } from '../../src/response/draft.ts'
import type { ResponseId, RevisionId } from '../../src/response/revision.ts'
import { publish } from '../../src/survey/version.ts'
import { definition, exampleReturn, uuid } from '../server/example-return.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import type * as designsModule from './in-browser/designs.ts'
import type * as schemaModule from './in-browser/schema-1.ts'

const call = callIn<typeof schemaModule>('/test/device/in-browser/schema-1.ts')
const designs = callIn<typeof designsModule>('/test/device/in-browser/designs.ts')

describe.skipIf(withoutChromium)('a database that the first release wrote, in Chromium', () => {
  let modules: BrowserModules

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())

  test('opens with every draft and return in it, and its surveys can be built on', async () => {
    const profile = await modules.newProfile()
    const tab = await modules.newTab(profile)
    const version = publish(definition, null, new Date(0))
    const revision = exampleReturn(7)
    const draft: Draft = {
      response: uuid(0xf) as ResponseId,
      survey: version.survey,
      version: version.id,
      way: 'family',
      language: 'en',
      answers: { role: 'Half a wor' },
      page: 1,
      startedAt: '2026-11-22T09:00:00.000Z',
      savedAt: '2026-11-22T09:01:00.000Z',
      amends: null,
    }
    const keptDraft = { draft, revision: uuid(0xe) as RevisionId, counter: 3 }
    await call(tab, 'writeSchema1', 'd', { draft: keptDraft, returned: { revision, seq: null }, version })
    expect(await call(tab, 'found', 'd', version)).toMatchObject({
      device: { device: revision.device, sequence: 7, epoch: 'first', cursor: 4 },
      drafts: [keptDraft],
      returns: [revision],
      outbox: [{ id: revision.id, attempts: 2 }],
      toSend: [revision],
      live: [version],
      designs: [],
    })
    expect(await designs(tab, 'open', 'd', version.survey)).toMatchObject({ kind: 'opened', open: { steps: [] } })
    await profile.close()
  })
})
