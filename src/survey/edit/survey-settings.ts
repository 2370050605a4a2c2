import type { Definition, SurveySettings } from '../definition.ts'
import { withMembers } from './edit-question.ts'
import { done, type Edited, refused } from './edited.ts'
import { original, setText, tooLong } from './set-text.ts'

/** Sets the survey's title, its introduction or its privacy text in one language. */
export const rewordSurvey = (
  definition: Definition,
  member: 'title' | 'description' | 'privacy',
  words: string,
  language: string = original,
): Edited => {
  const long = tooLong(words)
  if (long !== null) return long
  switch (member) {
    case 'title':
      return done(
        withMembers<Definition>(definition, { title: setText(definition.title, language, words) }),
        'Changed the title',
      )
    case 'privacy':
      return settings(
        definition,
        { privacy: setText(definition.proforma.privacy, language, words) },
        'the privacy text',
      )
    case 'description': {
      const text = setText(definition.description, language, words)
      const description = (typeof text === 'string' ? text : text.default) === '' ? undefined : text
      return done(withMembers<Definition>(definition, { description }), 'Changed the introduction')
    }
    default:
      return member satisfies never
  }
}

/** Says who the survey is for, in a few words. */
export const setAudience = (definition: Definition, audience: string): Edited =>
  tooLong(audience) ?? settings(definition, { audience: audience.toWellFormed() }, 'who it is for')

/** Says how long it takes, in minutes: a whole number from 1 to 600. */
export const setMinutes = (definition: Definition, minutes: number): Edited =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= 600
    ? settings(definition, { minutes }, 'the minutes')
    : refused('Minutes must be a whole number from 1 to 600.')

/** Says whether one form speaks for a person or for an organisation. */
export const setUnits = (definition: Definition, units: SurveySettings['units']): Edited =>
  settings(definition, { units }, 'who answers')

const settings = (definition: Definition, changes: Partial<SurveySettings>, what: string): Edited =>
  done(
    withMembers<Definition>(definition, { proforma: withMembers<SurveySettings>(definition.proforma, changes) }),
    `Changed ${what}`,
  )
