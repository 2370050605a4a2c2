import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DesignStep, type DesignSteps, numbered, spreadOut } from '../../src/device/design-steps.ts'
import type { OpenDesign } from '../../src/device/kept-design.ts'
import { newDesign, underNewId } from '../../src/device/new-design.ts'
import { definition, uuid } from '../server/example-return.ts'

const now = new Date('2026-11-23T15:00:00Z')

const fresh: OpenDesign = { design: newDesign(definition, now), steps: [] }

type Deed = { readonly do: 'edit' | 'type'; readonly title: string } | { readonly do: 'undo' | 'redo' }

/** What a builder does: an edit, typing on in the same field, undo, redo. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constantFrom('edit' as const, 'type' as const), title: fc.string() }),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
)

const most = 6

const after = ({ steps, position }: DesignSteps, each: Deed): DesignSteps => {
  if (!('title' in each))
    return {
      steps,
      position: each.do === 'undo' ? Math.max(0, position - 1) : Math.min(steps.length - 1, position + 1),
    }
  const goesOn = each.do === 'type' && position > 0
  const made: DesignStep = { definition: { ...definition, title: each.title }, did: `Titled ${each.title}` }
  const all = [...steps.slice(0, goesOn ? position : position + 1), made].slice(-most)
  return { steps: all, position: all.length - 1 }
}

const told = ({ steps, position }: DesignSteps) => ({
  position,
  states: steps.map((step) => JSON.stringify(step.definition)),
  did: steps.slice(1).map((step) => step.did),
})

test('an undo list is the same after it was kept, whatever was done, and only what is new is kept again', () => {
  fc.assert(
    fc.property(fc.array(fc.array(deed, { maxLength: 5 }), { maxLength: 8 }), (turns) => {
      let { known, ...list }: ReturnType<typeof spreadOut> = spreadOut(fresh)
      let open = fresh
      for (const turn of turns) {
        const before = list
        list = turn.reduce<DesignSteps>(after, list)
        const next = numbered(definition.proforma.id, list.steps, known, now)
        const old = list.steps.slice(1).filter((step) => before.steps.includes(step))
        expect(old.filter((step) => next.get(step)?.made?.kept !== known.get(step)?.made?.kept)).toEqual([])
        known = next
        const shown = list.steps[list.position]
        if (shown === undefined) throw new Error('nothing is shown')
        open = {
          design: { ...open.design, definition: shown.definition, position: known.get(shown)?.number ?? -1 },
          steps: [...known.values()].flatMap(({ made }) => (made === null ? [] : [made.kept])),
        }
        expect(told(spreadOut(open))).toEqual(told(list))
        const numbers = open.steps.map(({ step }) => step)
        expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
      }
    }),
    { numRuns: 300 },
  )
})

test('a state that follows another one than before is a step of its own', () => {
  const { steps, known } = spreadOut(fresh)
  const [a, b] = ['A', 'B'].map((title): DesignStep => ({ definition: { ...definition, title }, did: title }))
  if (a === undefined || b === undefined) throw new Error('nothing to do')
  const both = numbered(definition.proforma.id, [...steps, a, b], known, now)
  const alone = numbered(definition.proforma.id, [...steps, b], both, now)
  expect([both.get(b)?.number, alone.get(b)?.number]).toEqual([2, 1])
  expect(alone.get(b)?.made?.kept.patch).not.toEqual(both.get(b)?.made?.kept.patch)
})

test.each([
  ['Home visits: what helped?', 'home-visits-what-helped-000007'],
  ['Café & thé', 'cafe-the-000007'],
  ['2026 returns', 'returns-000007'],
  ['ہمارا سوالنامہ', 'survey-000007'],
  ['x'.repeat(90), `${'x'.repeat(48)}-000007`],
])('a survey called %s is %s', (title, id) => {
  const made = underNewId({ ...definition, title }, () => uuid(7))
  expect(made.proforma).toEqual({ ...definition.proforma, id })
  expect(made.proforma.id).toMatch(/^[a-z][a-z0-9-]{0,63}$/)
})
