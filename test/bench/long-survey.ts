import type { Definition, Question } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { newQuestion, type StartKind } from '../../src/survey/edit/new-question.ts'

const kinds: readonly StartKind[] = [
  'yes-no-not-sure',
  'choice',
  'tick-all',
  'scale',
  'short-text',
  'long-text',
  'number',
]
const inSection = 20
const inGroup = 5

/**
 * A survey of so many questions: sections of 20, whose last five stand in a group, of all the kinds that are one item.
 * Every tenth question hangs on an earlier one, now in its own section, now in the one before.
 */
export const longSurvey = (count: number): Definition => ({
  proforma: {
    id: `long-${count}` as SurveyId,
    units: 'people',
    audience: 'Nobody',
    minutes: 60,
    privacy: 'All of it is made up.',
  },
  title: `A survey of ${count} questions`,
  pages: Array.from({ length: Math.ceil(count / inSection) }, (_, index) => {
    const questions = Array.from({ length: Math.min(inSection, count - index * inSection) }, (__, place) =>
      question(index * inSection + place),
    )
    const alone = questions.slice(0, inSection - inGroup)
    const grouped = questions.slice(inSection - inGroup)
    return {
      name: `section${index + 1}`,
      title: `Section ${index + 1}`,
      elements: [
        ...alone,
        ...(grouped.length === 0
          ? []
          : [{ type: 'panel' as const, name: `group${index + 1}`, title: 'A group', elements: grouped }]),
      ],
    }
  }),
})

/** The first question is `q1`. */
const question = (place: number): Question => {
  const kind = kinds[place % kinds.length] ?? 'choice'
  const made = newQuestion(kind, `q${place + 1}`, `How do things stand with the matter that is number ${place + 1}?`)
  if (place % 10 !== 9) return made
  // The question asked seven, fourteen, … before the one in this place that is yes, no or not sure.
  const latest = place - 1 - ((place - 1) % kinds.length)
  const asked = latest - (place % 20 === 9 ? 0 : kinds.length)
  return { ...made, visibleIf: `{q${asked + 1}} = 'yes'` }
}
