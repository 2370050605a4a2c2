import { deleteDesign } from '../../../src/device/delete-design.ts'
import { type DesignKeeper, designKeeper } from '../../../src/device/design-keeper.ts'
import type { DesignSteps } from '../../../src/device/design-steps.ts'
import { listDesigns } from '../../../src/device/list-designs.ts'
import { copyDesign, createDesign, putDesignAway, renameDesign } from '../../../src/device/manage-designs.ts'
import { openDesign } from '../../../src/device/open-design.ts'
import type { Definition } from '../../../src/survey/definition.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import type { Version } from '../../../src/survey/version.ts'
import { clock, newId, opened } from './open.ts'

export const create = async (name: string, definition: Definition) => {
  const made = await createDesign(await opened(name), definition, clock, newId)
  if (!made.ok) throw new Error(made.reason)
  return made.design
}

export const open = async (name: string, id: SurveyId) => openDesign(await opened(name), id, clock)

export const list = async (name: string) => listDesigns(await opened(name))

export const copy = async (name: string, id: SurveyId) => copyDesign(await opened(name), id, clock, newId)

export const rename = async (name: string, id: SurveyId, title: string) =>
  (await renameDesign(await opened(name), id, title, clock)).kind

export const putAway = async (name: string, id: SurveyId, away: boolean) =>
  putDesignAway(await opened(name), id, away, clock)

export const remove = async (name: string, id: SurveyId) => deleteDesign(await opened(name), id)

export const keepVersion = async (name: string, version: Version) => (await opened(name)).versions.put(version)

const sessions = new Map<SurveyId, { readonly keeper: DesignKeeper; list: DesignSteps }>()

const session = (id: SurveyId) => {
  const found = sessions.get(id)
  if (found === undefined) throw new Error('not open')
  return found
}

/** Opens a design in this tab; its undo list. */
export const start = async (name: string, id: SurveyId): Promise<DesignSteps> => {
  const made = await open(name, id)
  if (made.kind !== 'opened') throw new Error(made.kind)
  const keeper = designKeeper(await opened(name), made.open, clock)
  sessions.set(id, { keeper, list: keeper.start })
  return keeper.start
}

/** Gives the survey so many titles one after the other, without waiting; how the last save ended. */
export const retitle = async (id: SurveyId, titles: readonly string[]) => {
  const own = session(id)
  for (const title of titles) {
    const { steps, position } = own.list
    const definition = { ...steps[position]?.definition, title } as Definition
    own.list = { steps: [...steps.slice(0, position + 1), { definition, did: title }].slice(-500), position: 0 }
    own.list = { ...own.list, position: own.list.steps.length - 1 }
    own.keeper.keep(own.list)
  }
  return own.keeper.save()
}

/** Goes to a place in the undo list. */
export const goTo = async (id: SurveyId, position: number) => {
  const own = session(id)
  own.list = { ...own.list, position }
  own.keeper.keep(own.list)
  return (await own.keeper.save()).kind
}

export const saving = async (id: SurveyId) => session(id).keeper.saving.get()

/** How many steps lie in the database, and how often the row was written. */
export const onDisk = async (name: string, id: SurveyId) => {
  const { designs, designSteps } = await opened(name)
  return { steps: await designSteps.count(), saves: (await designs.get(id))?.counter }
}
