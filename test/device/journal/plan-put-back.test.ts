import { describe, expect, test } from 'vitest'
import { draftFrame, draftGoneFrame, deviceFrame, returnFrame } from '../../../src/device/journal/entries.ts'
import { foldJournal } from '../../../src/device/journal/fold.ts'
import { type InDatabase, planPutBack } from '../../../src/device/journal/plan-put-back.ts'
import { planTidy, staysFor } from '../../../src/device/journal/plan-tidy.ts'
import type { ReturnHead, Segment, StateFrame } from '../../../src/device/journal/worker/messages.ts'
import type { KeptDraft } from '../../../src/device/database.ts'
import type { DeviceId, RevisionId } from '../../../src/response/revision.ts'
import { exampleRevision } from '../../support/example-revision.ts'

const own = exampleRevision(1).device
const fresh = '99999999-9999-4999-8999-999999999999' as DeviceId

const head = (number: number, stands: ReturnHead['stands'] = 'made', changes = {}): ReturnHead => {
  const { revision: _, ...rest } = returnFrame(exampleRevision(number, changes), stands)
  return rest
}

const segment = (changes: Partial<Segment>): Segment => ({
  name: 'returns-00000001-aaaaaaaa',
  kind: 'returns',
  bytes: 1000,
  torn: 0,
  open: false,
  returns: [],
  states: [],
  ...changes,
})

const draft = (number: number, counter: number): KeptDraft => {
  const { id, response, survey, version, way, language, answers, startedAt } = exampleRevision(number)
  const kept = {
    response,
    survey,
    version,
    way,
    language,
    answers,
    page: 0,
    startedAt,
    savedAt: startedAt,
    amends: null,
  }
  return { draft: kept, revision: id, counter }
}

const journal = (returns: readonly ReturnHead[], ...states: readonly (readonly StateFrame[])[]) =>
  foldJournal([
    segment({ returns }),
    ...states.map((each, index) =>
      segment({ name: `state-0000000${index + 2}-aaaaaaaa`, kind: 'state', states: each }),
    ),
  ])

const database = (changes: Partial<InDatabase> = {}): InDatabase => ({
  device: { device: own, sequence: 0 },
  returns: new Set(),
  drafts: new Map(),
  versions: new Set(),
  deleted: new Set(),
  erased: new Set(),
  ...changes,
})

const id = (number: number): RevisionId => exampleRevision(number).id

describe('what comes back from the journal', () => {
  test('all of it into an emptied database, with who the device is and which number comes next', () => {
    const kept = draft(9, 4)
    const told = journal([head(1), head(2)], [deviceFrame({ device: own, sequence: 2 }), draftFrame(kept)])
    const emptied = database({ device: { device: fresh, sequence: 0 } })
    expect(planPutBack(told, null, emptied)).toEqual({
      wiped: true,
      device: { device: own, sequence: 2 },
      returns: [id(1), id(2)],
      drafts: [kept],
      versions: [],
    })
    const remembered = { device: own, sequence: 7 }
    expect(planPutBack(told, remembered, emptied).device).toEqual(remembered)
  })

  test('nothing into a database that has it all, and nothing that was deleted or taken out', () => {
    const told = journal([head(1), head(2), head(3)], [draftFrame(draft(9, 4))])
    const { response } = exampleRevision(3)
    const there = { returns: new Set([id(1)]), deleted: new Set([id(2)]), erased: new Set([response]) }
    expect(planPutBack(told, null, database({ device: { device: own, sequence: 3 }, ...there }))).toMatchObject({
      wiped: false,
      returns: [],
      drafts: [],
      device: { sequence: 3 },
    })
  })

  test('a return that was cut off while it was made leaves its draft and its number; one told as kept does not', () => {
    const kept = draft(1, 4)
    const there = database({ drafts: new Map([[kept.draft.response, kept]]) })
    expect(planPutBack(journal([head(1)]), null, there)).toMatchObject({ returns: [], device: { sequence: 0 } })
    expect(planPutBack(journal([head(1), head(1, 'alone')]), null, there)).toMatchObject({
      returns: [id(1)],
      device: { sequence: 1 },
    })
    expect(planPutBack(journal([head(1), head(1, 'taken-back')]), null, database())).toMatchObject({ returns: [] })
  })

  test('of two returns with one number the later; the first was never returned', () => {
    const first = head(1, 'made', { id: id(8) })
    expect(planPutBack(journal([first, head(1)]), null, database()).returns).toEqual([id(1)])
  })

  test('of one draft in two tabs the one saved last, unless it was deleted or returned', () => {
    const emptied = database({ device: { device: fresh, sequence: 0 } })
    const device = deviceFrame({ device: own, sequence: 0 })
    const two = journal([], [device, draftFrame(draft(9, 6))], [draftFrame(draft(9, 5))])
    expect(planPutBack(two, null, emptied).drafts).toEqual([draft(9, 6)])
    const { response } = exampleRevision(9)
    const gone = journal([], [device, draftFrame(draft(9, 6))], [draftGoneFrame(response, id(9))])
    expect(planPutBack(gone, null, emptied).drafts).toEqual([])
    const returned = journal([head(9)], [device, draftFrame(draft(9, 6))])
    expect(planPutBack(returned, null, emptied)).toMatchObject({ drafts: [], returns: [id(9)] })
    const behind = new Map([[response, draft(9, 5)]])
    expect(planPutBack(two, null, database({ drafts: behind })).drafts).toEqual([draft(9, 6)])
  })
})

describe('which segments go', () => {
  const sent = segment({ returns: [head(1), head(2)] })
  const facts = { unsent: new Set<RevisionId>(), coveredSince: new Map(), isBackedUp: () => false, now: staysFor * 2 }

  test('one whose returns the server has had for 30 days, or that its backup covers', () => {
    expect(planTidy([sent], facts)).toEqual({ drop: [], newlyCovered: [sent.name], uncovered: [] })
    const since = (at: number) => ({ ...facts, coveredSince: new Map([[sent.name, at]]) })
    expect(planTidy([sent], since(staysFor + 1)).drop).toEqual([])
    expect(planTidy([sent], since(staysFor)).drop).toEqual([sent.name])
    expect(planTidy([sent], { ...facts, isBackedUp: () => true }).drop).toEqual([sent.name])
  })

  test('never one with a return to send, or that a tab writes to, however full the journal is', () => {
    const full = 100 * 1024 * 1024
    const waiting = segment({ name: 'returns-00000002-aaaaaaaa', bytes: full, returns: [head(3)] })
    const open = segment({ name: 'returns-00000003-aaaaaaaa', open: true, returns: [head(4)] })
    const plan = planTidy([sent, waiting, open], { ...facts, unsent: new Set([id(3)]) })
    expect(plan).toEqual({ drop: [sent.name], newlyCovered: [], uncovered: [waiting.name] })
  })
})
