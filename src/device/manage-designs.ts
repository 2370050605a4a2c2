import type { Definition, Text } from '../survey/definition.ts'
import type { SurveyId } from '../survey/ids.ts'
import { textIn } from '../survey/text.ts'
import type { DeviceDatabase } from './database.ts'
import { designKeeper } from './design-keeper.ts'
import { copyRow } from './journal/shelves.ts'
import type { KeptDesign } from './kept-design.ts'
import { newDesign, underNewId } from './new-design.ts'
import { type DesignOpened, openDesign } from './open-design.ts'
import type { Clock, NewId } from './ports.ts'
import type { DesignSaved } from './save-design.ts'
import { whyNotSaved } from './storage-failure.ts'

export type DesignMade =
  | { readonly ok: true; readonly design: KeptDesign }
  | { readonly ok: false; readonly reason: string }

/** Keeps a definition as a new survey of this device, under an id of its own: from a template, a file, a list. */
export const createDesign = async (
  database: DeviceDatabase,
  definition: Definition,
  clock: Clock,
  newId: NewId,
): Promise<DesignMade> => {
  const design = newDesign(underNewId(definition, newId), clock())
  try {
    await database.designs.add(design)
    void copyRow(database, 'designs', design.id)
    return { ok: true, design }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/** Keeps a copy of a survey as it stands, as a survey of its own: without its steps, its versions or its answers. */
export const copyDesign = async (
  database: DeviceDatabase,
  id: SurveyId,
  clock: Clock,
  newId: NewId,
): Promise<DesignMade> => {
  const opened = await openDesign(database, id, clock)
  if (opened.kind !== 'opened') return { ok: false, reason: whyNotOpened(opened) }
  const { definition } = opened.open.design
  const title = retitled(definition.title, `Copy of ${textIn(definition.title)}`)
  return createDesign(database, { ...definition, title }, clock, newId)
}

/** Gives a survey another title, as a step that can be undone. Its id, and what was published, stay as they are. */
export const renameDesign = async (
  database: DeviceDatabase,
  id: SurveyId,
  title: string,
  clock: Clock,
): Promise<DesignSaved> => {
  const opened = await openDesign(database, id, clock)
  if (opened.kind !== 'opened') return opened
  const { definition } = opened.open.design
  const renamed = { ...definition, title: retitled(definition.title, title) }
  const keeper = designKeeper(database, opened.open, clock)
  const { steps, position } = keeper.start
  const did = `Renamed ‘${textIn(definition.title)}’`
  keeper.keep({ steps: [...steps.slice(0, position + 1), { definition: renamed, did }], position: position + 1 })
  return keeper.save()
}

const retitled = (title: Text, words: string): Text =>
  typeof title === 'string' ? words : { ...title, default: words }

/** Puts a survey away, or brings it back. It is kept whole, and what is live stays live. */
export const putDesignAway = async (
  database: DeviceDatabase,
  id: SurveyId,
  putAway: boolean,
  clock: Clock,
): Promise<DesignMade> => {
  const opened = await openDesign(database, id, clock)
  if (opened.kind !== 'opened') return { ok: false, reason: whyNotOpened(opened) }
  try {
    await database.designs.update(id, { putAway })
    void copyRow(database, 'designs', id)
    return { ok: true, design: { ...opened.open.design, putAway } }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

const whyNotOpened = (opened: Exclude<DesignOpened, { readonly kind: 'opened' }>): string =>
  opened.kind === 'gone' ? 'This survey is no longer on this device.' : opened.reason
