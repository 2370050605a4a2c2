import type { Definition, Question, Text } from '../definition.ts'
import type { SurveyId } from '../ids.ts'

/** A survey to start from: a title, one section, and the questions there are already. */
export const blankSurvey = (id: SurveyId, title: Text, questions: readonly Question[] = []): Definition => ({
  proforma: { id, units: 'people', audience: '', minutes: 5, privacy: '' },
  title,
  pages: [{ name: 'section_1', elements: questions }],
})
