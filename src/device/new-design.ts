import type { Definition } from '../survey/definition.ts'
import type { SurveyId } from '../survey/ids.ts'
import { textIn } from '../survey/text.ts'
import type { KeptDesign } from './kept-design.ts'
import type { NewId } from './ports.ts'

/** The first state of a design: nothing done yet. */
export const newDesign = (definition: Definition, now: Date): KeptDesign => ({
  id: definition.proforma.id,
  definition,
  putAway: false,
  createdAt: now.toISOString(),
  savedAt: now.toISOString(),
  counter: 0,
  position: 0,
})

/** The definition as a survey of its own, under an id that says its title: `home-visits-3f2a9c`. */
export const underNewId = (definition: Definition, newId: NewId): Definition => ({
  ...definition,
  proforma: { ...definition.proforma, id: newSurveyId(textIn(definition.title), newId) },
})

/** Two tablets may each make a survey of the same title, offline: the end keeps their answers apart. */
const newSurveyId = (title: string, newId: NewId): SurveyId => {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 48)
    .replace(/-+$/, '')
  return `${words === '' ? 'survey' : words}-${newId().replaceAll('-', '').slice(-6)}` as SurveyId
}
