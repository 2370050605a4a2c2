import { isJsonObject, type Json, type JsonObject } from '../../survey/json.ts'
import { entryReference } from '../../survey/entry-reference.ts'
import { limits } from '../../survey/limits.ts'
import { importText } from './import-text.ts'
import { askedWhen, type Importing } from './note.ts'

/** The kinds that are one answer, and so can be asked for each entry. */
const entryTypes: ReadonlySet<Json | undefined> = new Set(['radiogroup', 'checkbox', 'rating', 'text', 'comment'])

/** What of the members of a repeated group (`paneldynamic`) was read. */
export const groupMembers = ['type', 'templateElements', 'minPanelCount', 'maxPanelCount', 'isRequired', 'proforma']

/**
 * A repeated group with the questions that were taken for it; what can't be asked for each entry is told. Null where
 * there was no room for it, or nothing is left to ask.
 */
export const importGroup = (
  json: JsonObject,
  heading: JsonObject,
  taken: readonly JsonObject[],
  where: string,
  importing: Importing,
): JsonObject | null => {
  const leaveOut = (what: string, why: string): null => {
    importing.tell({ kind: 'left-out', where, what, why })
    return null
  }
  const fit = taken.filter(({ type, name }) => {
    if (entryTypes.has(type)) return true
    leaveOut(typeof name === 'string' ? name : 'a question', 'It can’t be asked for each entry of a repeated group.')
    return false
  })
  const questions = fit.slice(0, limits.groupQuestions)
  if (questions.length < fit.length)
    leaveOut('some questions', `A repeated group has up to ${limits.groupQuestions} questions.`)
  if (questions.length === 0) return leaveOut('a repeated group', 'Nothing in it could be taken.')
  if (importing.room.items < 1)
    return leaveOut('a repeated group', `A survey has up to ${limits.items} questions and rows.`)
  importing.room.items -= 1
  for (const { name } of questions) if (typeof name === 'string') importing.inEntries.add(name)
  const given = isJsonObject(json['proforma']) ? json['proforma'] : {}
  const each = importText(given['each'], `${where}.proforma.each`, importing)
  return {
    type: 'paneldynamic',
    ...heading,
    title: heading['title'] ?? heading['name'] ?? '',
    ...(json['isRequired'] === true && { isRequired: true }),
    templateElements: questions.map((question) => withinEntry(question)),
    ...count(json, 'minPanelCount', 0, where, importing),
    ...count(json, 'maxPanelCount', 1, where, importing),
    ...(each !== undefined && { proforma: { each } }),
  }
}

/** Rules of our own making look at the same entry. */
const withinEntry = (question: JsonObject): JsonObject => {
  const rule = question[askedWhen]
  return typeof rule === 'string'
    ? { ...question, [askedWhen]: rule.replace(/^\{(\w+)\}/, (_, name: string) => `{${entryReference(name)}}`) }
    : question
}

/** SurveyJS lets a hundred entries be; here the most is what it is without a number. */
const count = (
  json: JsonObject,
  member: 'minPanelCount' | 'maxPanelCount',
  least: number,
  where: string,
  { tell }: Importing,
): JsonObject => {
  const value = json[member]
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= limits.entries
  if (fits) return { [member]: value }
  if (value !== undefined)
    tell({
      kind: 'left-out',
      where: `${where}.${member}`,
      what: member,
      why: `A group has up to ${limits.entries} entries.`,
    })
  return {}
}
