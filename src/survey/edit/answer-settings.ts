import type { Definition, Question, Range } from '../definition.ts'
import { limits } from '../limits.ts'
import { editQuestion, withMembers, withFaces, withSettings } from './edit-question.ts'
import { type Edited, refused } from './edited.ts'
import { named } from './named-in-words.ts'
import { kindOfQuestion } from './question-kind.ts'

/** Makes a question required or optional; of a grid, every row of it. */
export const setRequired = (definition: Definition, name: string, required: boolean): Edited =>
  editQuestion(
    definition,
    name,
    (question) => {
      const isRequired = required ? true : undefined
      return question.type === 'matrix'
        ? withMembers<Question>(question, { isRequired, eachRowRequired: isRequired })
        : withMembers<Question>(question, { isRequired })
    },
    (question) => `${named(question)} is now ${required ? 'required' : 'optional'}`,
  )

/** Sets the least and the most that a number may be, or the first and last day of a date (`2026-11-23`). */
export const setRange = (definition: Definition, name: string, { min, max }: Range): Edited =>
  editQuestion(
    definition,
    name,
    (question) => {
      const kind = kindOfQuestion(question)
      if (question.type !== 'text' || kind === 'short-text') return refused('Only a number or a date has a range.')
      const wrong = [min, max].some(
        (bound) => bound !== undefined && !(kind === 'date' ? isDay(bound) : isCount(bound)),
      )
      if (wrong) return refused(kind === 'date' ? 'This must be a day, like 2026-11-23.' : 'This must be a number.')
      if (min !== undefined && max !== undefined && min > max) return refused('The least is more than the most.')
      return withMembers(question, { min, max })
    },
    (question) => `Changed the range of ${named(question)}`,
  )

const isDay = (bound: number | string): boolean =>
  typeof bound === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(bound) && isInCalendar(bound)

/** 2026-02-30 is read as 2 March, and so is not written the same again. */
const isInCalendar = (day: string): boolean => {
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(day)
}

const isCount = (bound: number | string): boolean => typeof bound === 'number' && Math.abs(bound) <= 1e12

/** Sets how many letters a text may have, 1 to 100,000; null for no limit. */
export const setMaxLength = (definition: Definition, name: string, most: number | null): Edited =>
  editQuestion(
    definition,
    name,
    (question) => {
      const kind = kindOfQuestion(question)
      if (question.type !== 'comment' && kind !== 'short-text') return refused('Only a text has a length.')
      if (most !== null && !(Number.isInteger(most) && most >= 1 && most <= 100_000)) {
        return refused('This must be a whole number from 1 to 100,000.')
      }
      return withMembers<Question>(question, { maxLength: most ?? undefined })
    },
    (question) => `Changed the length of ${named(question)}`,
  )

/** Sets how many photos a question takes, 1 to 5. */
export const setMostPhotos = (definition: Definition, name: string, most: number): Edited =>
  editQuestion(
    definition,
    name,
    (question) => {
      if (question.type !== 'file') return refused('Only a photo question takes a number of photos.')
      if (!(Number.isInteger(most) && most >= 1 && most <= limits.photos)) {
        return refused(`This must be a whole number from 1 to ${limits.photos}.`)
      }
      return withSettings(question, { most: most === 1 ? undefined : most })
    },
    (question) => `${named(question)} now takes ${most === 1 ? '1 photo' : `up to ${most} photos`}`,
  )

/** Draws a scale with a face beside each step, or with words alone. */
export const setScale = (definition: Definition, name: string, scale: 'words' | 'smileys'): Edited =>
  editQuestion(
    definition,
    name,
    (question) =>
      question.type === 'rating'
        ? withFaces(withSettings(question, { scale }))
        : refused('Only a scale is drawn with faces.'),
    (question) => `${named(question)} is now shown with ${scale}`,
  )

/** Says at which end of a scale the glad face is. */
export const setGladFirst = (definition: Definition, name: string, gladFirst: boolean): Edited =>
  editQuestion(
    definition,
    name,
    (question) =>
      question.type === 'rating'
        ? withSettings(question, { gladFirst: gladFirst ? true : undefined })
        : refused('Only a scale is drawn with faces.'),
    (question) => `The faces of ${named(question)} now begin with the ${gladFirst ? 'glad' : 'sad'} one`,
  )

/** Has a question's answers, or the rows of a grid, stand in another order for each respondent. */
export const setRandomOrder = (definition: Definition, name: string, random: boolean): Edited =>
  editQuestion(
    definition,
    name,
    (question) => {
      const order = random ? ('random' as const) : undefined
      switch (question.type) {
        case 'radiogroup':
        case 'checkbox':
          return withMembers<Question>(question, { choicesOrder: order })
        case 'matrix':
          return withMembers<Question>(question, { rowsOrder: order })
        case 'rating':
        case 'text':
        case 'comment':
        case 'paneldynamic':
        case 'file':
        case 'signaturepad':
          return refused('Only choices and the rows of a grid can stand in random order.')
        default:
          return question satisfies never
      }
    },
    (question) => `${named(question)} now has ${random ? 'a random order' : 'the order you see'}`,
  )
