import { copyTablet, putBackTablet } from '../../../src/device/tablet-copy.ts'
import { deleteReturn } from '../../../src/device/delete-return.ts'
import { eraseResponse } from '../../../src/device/erase.ts'
import { putBack } from '../../../src/device/journal/put-back.ts'
import { tidyJournal } from '../../../src/device/journal/tidy.ts'
import { createDesign, renameDesign } from '../../../src/device/manage-designs.ts'
import { openDesign } from '../../../src/device/open-design.ts'
import { publishDesign } from '../../../src/device/publish-design.ts'
import type { Definition } from '../../../src/survey/definition.ts'
import { keepFrozen } from '../../../src/device/frozen.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import type { FrozenTables } from '../../../src/tabulation/frozen.ts'
import { clock, newId, opened } from './open.ts'
import { returnForms } from './returns.ts'

const held = async (name: string) => {
  const database = await opened(name)
  return {
    designs: (await database.designs.toArray()).map(({ definition }) => definition.title),
    versions: await database.versions.count(),
    versionsOut: await database.versionsOut.count(),
    standings: (await database.standings.toArray()).map(({ state }) => state),
    returns: (await database.returns.toArray()).map(({ revision }) => revision.deviceSequence),
    deleted: (await database.deletedReturns.toArray()).map(({ reason }) => reason),
    erased: (await database.erasures.toArray()).map(({ reason }) => reason),
    toErase: await database.erasuresOut.count(),
    frozen: await database.frozenTables.toCollection().primaryKeys(),
    lock: (await database.tablet.get('lock')) !== undefined,
  }
}

const frozenOf = (survey: SurveyId): FrozenTables => ({
  id: '99999999-0000-4000-8000-000000000001',
  survey,
  at: '2026-11-23T09:00:00.000Z',
  policy: 'under5',
  where: null,
  choices: '',
  data: 'a'.repeat(64),
  counted: [],
  tables: [],
})

/** Something of everything: a survey that is published and one that was renamed, returns that stand, went or were taken out. */
export const fill = async (name: string, definition: Definition) => {
  const database = await opened(name)
  const made = await createDesign(database, definition, clock, newId)
  if (!made.ok) throw new Error(made.reason)
  await publishDesign(database, made.design, clock, newId)
  await renameDesign(database, made.design.id, 'Renamed', clock)
  const [first, second] = await returnForms(name, 3)
  if (first === undefined || second === undefined) throw new Error('Nothing was returned')
  await deleteReturn(database, first.id, 'A trial', clock)
  await eraseResponse(database, { response: second.response, survey: second.survey, reason: 'withdrawn' }, clock)
  await database.tablet.put({ key: 'lock', response: second.response, phase: 'form', at: clock().toISOString() })
  await keepFrozen(database, frozenOf(second.survey))
  await copyTablet(database)
  await tidyJournal(database, clock)
  return held(name)
}

/** Empties every table, as Chromium does after a torn log, and localStorage with them; then starts again. */
export const emptyAndStart = async (name: string) => {
  const database = await opened(name)
  localStorage.clear()
  await Promise.all(database.tables.map((table) => table.clear()))
  await database.meta.put({
    key: 'this',
    device: crypto.randomUUID() as never,
    sequence: 0,
    server: null,
    epoch: null,
    cursor: 0,
    exchange: { lastSuccess: null, failure: null, backOff: { failures: 0, tryAgainAt: null }, batch: 100 },
  })
  await putBack(database, clock)
  await putBackTablet(database)
  return held(name)
}

/** Whether the survey that came back opens to be built on. */
export const opens = async (name: string) => {
  const database = await opened(name)
  const ids = await database.designs.toCollection().primaryKeys()
  const open = await Promise.all(ids.map((id) => openDesign(database, id, clock)))
  return open.map(({ kind }) => kind)
}
