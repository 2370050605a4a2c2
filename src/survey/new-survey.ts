import type { Definition, Question } from './definition.ts'
import type { SurveyId } from './ids.ts'
import { publishable } from './publishable.ts'

/** A survey with one section: what a builder starts from. The privacy text must be written before it is shared. */
export const newSurvey = (id: SurveyId, title: string, questions: readonly Question[] = []): Definition => ({
  proforma: { id, units: 'people', audience: '', minutes: 5, privacy: '' },
  title,
  pages: [{ name: 'section_1', elements: questions }],
})

/** A survey like another under an id of its own: answers to the two never stand in one table. */
export const copyOfSurvey = (definition: Definition, id: SurveyId, title: string): Definition => {
  const copy = publishable(definition)
  return { ...copy, title, proforma: { ...copy.proforma, id } }
}
