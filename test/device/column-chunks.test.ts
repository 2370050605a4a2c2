import { sample } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { itemId } from '../../src/survey/ids.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubVersions, secondClubs } from '../support/club-survey.ts'
import { exampleRevision } from '../support/example-revision.ts'
import type * as chunksModule from './in-browser/column-chunks.ts'

const call = callIn<typeof chunksModule>('/test/device/in-browser/column-chunks.ts')
const survey = secondClubs.proforma.id

describe.skipIf(withoutChromium)('encoded returns that are kept, in Chromium', () => {
  let modules: BrowserModules

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())

  test('tell what the rows tell, whatever came, was changed or was taken out since', async () => {
    const tab = await modules.newTab(await modules.newProfile())
    const histories = sample(clubHistory, { numRuns: 12, seed: 8 })
    for (const [index, { arrived }] of histories.entries()) {
      const name = `history-${index}`
      const revisions = arrived.map(({ statuses, ...returned }, at) =>
        exampleRevision(at + 1, { ...returned, survey, statuses: { ...statuses, [itemId('none')]: 'blank' } }),
      )
      for (let at = 0; at < revisions.length; at += 4) {
        const some = revisions.slice(at, at + 4)
        await call(tab, 'put', name, some)
        expect(
          await call(
            tab,
            'differences',
            name,
            survey,
            clubVersions,
            some.map(({ id }) => id),
          ),
        ).toEqual([])
      }
      for (const { response } of revisions.slice(0, 3)) {
        await call(tab, 'erase', name, { response, survey })
        expect(await call(tab, 'chunksTold', name, survey)).not.toContain(response)
        const gone = revisions.filter((one) => one.response === response).map(({ id }) => id)
        expect(await call(tab, 'differences', name, survey, clubVersions, gone)).toEqual([])
      }
    }
  })
})
