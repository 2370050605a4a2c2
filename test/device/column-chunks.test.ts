import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ResponseId, Revision, RevisionId } from '../../src/response/revision.ts'
import { itemId } from '../../src/survey/ids.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubVersions, secondClubs } from '../support/club-survey.ts'
import { exampleRevision } from '../support/example-revision.ts'
import type * as chunksModule from './in-browser/column-chunks.ts'

const call = callIn<typeof chunksModule>('/test/device/in-browser/column-chunks.ts')
const survey = secondClubs.proforma.id

/** Forms of both versions, to be given other ids. */
const forms = fc.sample(clubHistory, { numRuns: 40, seed: 5 }).flatMap(({ arrived }) => arrived)

/** Returns that say the same, each of a form of its own. */
const alike = (count: number): readonly [Revision, Revision, Revision, Revision, Revision, Revision] => {
  const [{ statuses, ...returned }] = forms as [(typeof forms)[number]]
  return Array.from({ length: count }, (_, at) =>
    exampleRevision(at + 1, {
      ...returned,
      id: `revision ${at + 1}` as RevisionId,
      response: `response ${at + 1}` as ResponseId,
      survey,
      statuses: { ...statuses, [itemId('none')]: 'blank' },
    }),
  ) as unknown as ReturnType<typeof alike>
}

type Step =
  | { readonly kind: 'come'; readonly of: number }
  | { readonly kind: 'amend' | 'twins' | 'erase' | 'delete' | 'number'; readonly which: number }
  | { readonly kind: 'meanwhile'; readonly which: number }
  | { readonly kind: 'restore' | 'cut' | 'compare' }

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('come' as const), of: fc.integer({ min: 1, max: 7 }) }) },
    {
      weight: 7,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'amend' as const,
          'twins' as const,
          'erase' as const,
          'delete' as const,
          'number' as const,
        ),
        which: fc.nat(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('meanwhile' as const), which: fc.nat() }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('restore' as const, 'cut' as const, 'compare' as const) }),
    },
  ),
  { minLength: 4, maxLength: 12 },
)

describe.skipIf(withoutChromium)('encoded returns that are kept, in Chromium', () => {
  let modules: BrowserModules

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())

  test('tell what the rows tell, whatever came, was changed or was taken out since', async () => {
    const tab = await modules.newTab(await modules.newProfile())
    const histories = fc.sample(clubHistory, { numRuns: 12, seed: 8 })
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

  test('account for every return after any writes, changes of order, erasures and cuts', async () => {
    const tab = await modules.newTab(await modules.newProfile())
    for (const [index, history] of fc.sample(steps, { numRuns: 30, seed: 21 }).entries()) {
      const name = `steps-${index}`
      let made = 0
      let here: readonly Revision[] = []
      const faults: string[] = []
      const told = async ({ response }: Revision): Promise<void> => {
        if ((await call(tab, 'chunksTold', name, survey)).includes(response)) faults.push(response)
      }
      const next = (replaces: Revision | null = null): Revision => {
        made += 1
        const { statuses, ...returned } = forms[made % forms.length] as (typeof forms)[number]
        return exampleRevision(made, {
          ...returned,
          id: `revision ${index}.${made}.` as RevisionId,
          response: replaces?.response ?? (`response ${index}.${made}.` as ResponseId),
          replaces: replaces?.id ?? null,
          survey,
          statuses: { ...statuses, [itemId('none')]: 'blank' },
        })
      }
      const put = async (fresh: readonly Revision[], isNumbered: boolean): Promise<readonly RevisionId[]> => {
        await call(tab, 'put', name, fresh, isNumbered)
        here = [...here, ...fresh]
        return fresh.map(({ id }) => id)
      }
      const take = (step: Step): Promise<readonly RevisionId[] | null> => {
        const one = 'which' in step ? here[step.which % Math.max(1, here.length)] : undefined
        return takeStep(step, one)
      }
      const takeStep = async (step: Step, one: Revision | undefined): Promise<readonly RevisionId[] | null> => {
        switch (step.kind) {
          case 'come':
            return put(
              Array.from({ length: step.of }, () => next()),
              true,
            )
          case 'amend':
            return one === undefined ? [] : put([next(one)], false)
          case 'twins': {
            if (one === undefined) return []
            const twins = [next(one), next(one)]
            const ids = await put(twins, false)
            // The first to be made may be the last to arrive.
            faults.push(...(await call(tab, 'differences', name, survey, clubVersions, ids)))
            await call(tab, 'number', name, ids.toReversed())
            return ids
          }
          case 'number':
            if (one !== undefined) await call(tab, 'number', name, [one.id])
            return one === undefined ? [] : [one.id]
          case 'delete':
            if (one !== undefined) await call(tab, 'remove', name, one.id)
            here = here.filter((each) => each !== one)
            return one === undefined
              ? []
              : [one.id, ...here.flatMap((each) => (each.response === one.response ? each.id : []))]
          case 'erase': {
            if (one === undefined) return []
            await call(tab, 'erase', name, one)
            await told(one)
            const gone = here.flatMap(({ id, response }) => (response === one.response ? [id] : []))
            here = here.filter(({ response }) => response !== one.response)
            return gone
          }
          case 'meanwhile': {
            const fresh = [next(), next(), next()]
            await call(tab, 'openMeanwhile', name, survey, clubVersions, fresh, one ?? null)
            here = [...here, ...fresh].filter(({ response }) => response !== one?.response)
            if (one !== undefined) await told(one)
            return null
          }
          case 'restore':
            await call(tab, 'unnumber', name)
            return null
          case 'cut':
            await call(tab, 'cutOff', name, survey, clubVersions)
            return []
          case 'compare':
            if (!(await call(tab, 'compareLater', name, survey, 2))) faults.push('compared')
            return []
          default:
            return step satisfies never
        }
      }
      for (const step of history) {
        const changed = await take(step)
        if (changed === null) await call(tab, 'startAnew', name)
        faults.push(...(await call(tab, 'differences', name, survey, clubVersions, changed ?? [])))
        expect(await call(tab, 'isWhole', name, survey)).toBe(true)
        expect({ step, faults }).toEqual({ step, faults: [] })
      }
    }
  })

  test('keep nothing of what is taken out while it is encoded', async () => {
    const tab = await modules.newTab(await modules.newProfile())
    const [a, b, c, d, e, f] = alike(6)
    await call(tab, 'put', 'race', [a, b, c])
    expect(await call(tab, 'differences', 'race', survey, clubVersions, [])).toEqual([])
    await call(tab, 'put', 'race', [d, e, f])
    await call(tab, 'eraseWhileOpening', 'race', survey, clubVersions, e)
    const chunks = await call(tab, 'chunksTold', 'race', survey)
    expect(chunks).toContain(d.response)
    expect(chunks).not.toContain(e.response)
    await call(tab, 'startAnew', 'race')
    expect(await call(tab, 'differences', 'race', survey, clubVersions, [])).toEqual([])
  })

  test('no longer count a form that was changed on an enrolled tablet, where it is sealed', async () => {
    const tab = await modules.newTab(await modules.newProfile())
    const [a, b, c, d] = alike(4)
    await call(tab, 'put', 'sealed', [a, b, c])
    expect(await call(tab, 'differences', 'sealed', survey, clubVersions, [])).toEqual([])
    const sealed = { ...d, response: b.response, replaces: b.id, answers: {}, statuses: {}, sealed: 'a box' }
    await call(tab, 'put', 'sealed', [sealed as unknown as Revision])
    expect(await call(tab, 'countedFromChunks', 'sealed', survey, clubVersions)).toEqual([a.response, c.response])
  })

  test('are compared with the rows once a day, and made anew where somebody wrote past them', async () => {
    const tab = await modules.newTab(await modules.newProfile())
    const [first, second, third, fourth] = alike(4)
    await call(tab, 'put', 'past', [first, second, third])
    expect(await call(tab, 'differences', 'past', survey, clubVersions, [])).toEqual([])
    await call(tab, 'putUnnoted', 'past', fourth)
    expect(await call(tab, 'differences', 'past', survey, clubVersions, [fourth.id])).toEqual(['from chunks'])
    expect(await call(tab, 'compareLater', 'past', survey, 0)).toBe(true)
    expect(await call(tab, 'compareLater', 'past', survey, 1.1)).toBe(false)
    expect(await call(tab, 'differences', 'past', survey, clubVersions, [])).toEqual([])
    expect(await call(tab, 'compareLater', 'past', survey, 2.2)).toBe(true)
  })

  test('go when a person signs out, with what was fetched', async () => {
    const tab = await modules.newTab(await modules.newProfile())
    const fetched = alike(4)
    await call(tab, 'put', 'signed-out', fetched)
    expect(await call(tab, 'differences', 'signed-out', survey, clubVersions, [])).toEqual([])
    expect(await call(tab, 'chunksTold', 'signed-out', survey)).toContain('response 2')
    await call(tab, 'forget', 'signed-out')
    expect(await call(tab, 'chunksTold', 'signed-out', survey)).toBe('[]')
  })
})
