import { freshName } from '../../survey/edit/fresh-name.ts'
import { namePattern } from '../../survey/ids.ts'
import { isJsonObject, isList, type Json, type JsonObject } from '../../survey/json.ts'
import { limits } from '../../survey/limits.ts'
import { groupMembers, importGroup } from './import-group.ts'
import { importText } from './import-text.ts'
import { importQuestion, knownTypes, questionName } from './import-question.ts'
import type { Importing } from './note.ts'
import { whyNotSetting, whyNotType } from './why-left-out.ts'

/** The elements of a page or a panel that could be taken. One may become two: an answer “Other” brings a question. */
const importElements = (
  json: Json | undefined,
  where: string,
  importing: Importing,
  depth = 0,
): readonly JsonObject[] => {
  if (json !== undefined && !isList(json))
    importing.tell({ kind: 'left-out', where, what: 'a list of questions', why: 'It is not a list.' })
  return (isList(json) ? json : []).flatMap((one, index) => importElement(one, `${where}[${index}]`, importing, depth))
}

const importElement = (json: Json, where: string, importing: Importing, depth: number): readonly JsonObject[] => {
  const leaveOut = (what: string, why: string): readonly JsonObject[] => {
    importing.tell({ kind: 'left-out', where, what, why })
    return []
  }
  if (!isJsonObject(json)) return leaveOut('a question', 'It is empty.')
  const type = json['type']
  if (typeof type !== 'string') return leaveOut('a question', 'It does not say what kind it is.')
  if (isHiddenForGood(json)) return leaveOut(type, 'It is hidden and no rule ever shows it.')
  if (type === 'panel') {
    if (depth >= limits.depth)
      return leaveOut(
        'a group of questions',
        depth === inEntry
          ? 'No group stands in a repeated group.'
          : `Groups stand in each other up to ${limits.depth} deep.`,
      )
    return importPanel(json, where, importing, depth)
  }
  if (type === 'paneldynamic') return importRepeated(json, where, importing)
  return knownTypes.has(type) ? importQuestion(json, type, where, importing) : leaveOut(type, whyNotType(type))
}

const isHiddenForGood = (json: JsonObject): boolean =>
  json['visible'] === false && typeof json['visibleIf'] !== 'string'

const importPanel = (json: JsonObject, where: string, importing: Importing, depth: number): readonly JsonObject[] => {
  const heading = importHeading(json, where, 'group', importing)
  const elements = importElements(json['elements'], `${where}.elements`, importing, depth + 1)
  tellRest(json, where, ['type', 'elements'], importing)
  if (elements.length > 0) return [{ type: 'panel', ...heading, elements }]
  importing.tell({ kind: 'left-out', where, what: 'a group of questions', why: 'Nothing in it could be taken.' })
  return []
}

/** No panel stands in a repeated group, however deep that is. */
const inEntry = Number.POSITIVE_INFINITY

const importRepeated = (json: JsonObject, where: string, importing: Importing): readonly JsonObject[] => {
  const name = questionName(json, where, importing)
  importing.rows.set(name, new Map([['length', 'length']]))
  const heading = { name, ...importWords(json, where, importing) }
  const taken = importElements(json['templateElements'], `${where}.templateElements`, importing, inEntry)
  tellRest(json, where, groupMembers, importing)
  const group = importGroup(json, heading, taken, where, importing)
  return group === null ? [] : [group]
}

/** The pages of a survey that have something in them. A survey may have its questions without pages. */
export const importPages = (json: JsonObject, importing: Importing): readonly JsonObject[] => {
  const given = json['pages']
  const loose = json['elements'] ?? json['questions']
  const pages: readonly Json[] = isList(given) ? given : []
  if (given !== undefined && !isList(given))
    importing.tell({ kind: 'left-out', where: 'pages', what: 'the pages', why: 'They are not a list.' })
  const imported = pages.flatMap((page, index) => importPage(page, `pages[${index}]`, importing, index < limits.pages))
  if (loose === undefined) return imported
  const member = json['elements'] === undefined ? 'questions' : 'elements'
  const elements = importElements(loose, member, importing)
  return elements.length === 0
    ? imported
    : [{ name: newName('page', importing), elements }, ...imported].slice(0, limits.pages)
}

const importPage = (json: Json, where: string, importing: Importing, fits: boolean): readonly JsonObject[] => {
  const leaveOut = (why: string): readonly JsonObject[] => {
    importing.tell({ kind: 'left-out', where, what: 'a page', why })
    return []
  }
  if (!isJsonObject(json)) return leaveOut('It is empty.')
  if (!fits) return leaveOut(`A survey has up to ${limits.pages} pages.`)
  if (isHiddenForGood(json)) return leaveOut('It is hidden and no rule ever shows it.')
  const heading = importHeading(json, where, 'page', importing)
  const member = json['elements'] === undefined ? 'questions' : 'elements'
  const elements = importElements(json[member], `${where}.${member}`, importing)
  tellRest(json, where, [member], importing)
  return elements.length === 0 ? leaveOut('Nothing in it could be taken.') : [{ ...heading, elements }]
}

const headingMembers = ['name', 'title', 'description', 'visibleIf', 'visible']

const importHeading = (json: JsonObject, where: string, called: string, importing: Importing): JsonObject => ({
  name: givenName(json, called, importing),
  ...importWords(json, where, importing),
})

const importWords = (json: JsonObject, where: string, importing: Importing): JsonObject => {
  const title = importText(json['title'], `${where}.title`, importing)
  const description = importText(json['description'], `${where}.description`, importing)
  const rule = json['visibleIf']
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(typeof rule === 'string' && rule.trim() !== '' && { visibleIf: rule }),
  }
}

const givenName = (json: JsonObject, called: string, importing: Importing): string => {
  const name = json['name']
  if (typeof name !== 'string' || !namePattern.test(name) || importing.taken.has(name.toLowerCase()))
    return newName(called, importing)
  importing.taken.add(name.toLowerCase())
  return name
}

const newName = (called: string, { taken }: Importing): string => {
  const name = freshName(taken, called, called)
  taken.add(name.toLowerCase())
  return name
}

const tellRest = (json: JsonObject, where: string, known: readonly string[], { tell }: Importing): void => {
  for (const key of Object.keys(json)) {
    if (known.includes(key) || headingMembers.includes(key)) continue
    tell({ kind: 'left-out', where: `${where}.${key}`, what: key, why: whyNotSetting(key) })
  }
}
