import { freeId, freshName } from '../../survey/edit/fresh-name.ts'
import { namePattern } from '../../survey/ids.ts'
import { isList, type Json, type JsonObject } from '../../survey/json.ts'
import { limits } from '../../survey/limits.ts'
import { importAnswers, type ImportedAnswers } from './import-answers.ts'
import { importText } from './import-text.ts'
import type { Importing } from './note.ts'
import { whyNotSetting } from './why-left-out.ts'
import { whitelist } from '../whitelist.ts'

/** The type in SurveyJS → what it becomes. */
const becomes: { readonly [type: string]: string } = {
  radiogroup: 'radiogroup',
  dropdown: 'radiogroup',
  buttongroup: 'radiogroup',
  boolean: 'radiogroup',
  checkbox: 'checkbox',
  tagbox: 'checkbox',
  rating: 'rating',
  matrix: 'matrix',
  text: 'text',
  comment: 'comment',
  file: 'file',
  signaturepad: 'signaturepad',
  multipletext: 'panel',
}

export const knownTypes: ReadonlySet<string> = new Set(Object.keys(becomes))

/** A question of a kind that can be taken, with what could be kept of it; none where it has no answers left. */
export const importQuestion = (
  json: JsonObject,
  type: string,
  where: string,
  importing: Importing,
): readonly JsonObject[] => {
  const kind = becomes[type] ?? type
  const name = questionName(json, where, importing)
  const title =
    importText(json['title'], `${where}.title`, importing) ?? (typeof json['name'] === 'string' ? json['name'] : name)
  const description = importText(json['description'], `${where}.description`, importing)
  const rule = json['visibleIf']
  const asked: JsonObject = {
    name,
    title,
    ...(description !== undefined && { description }),
    ...(json['isRequired'] === true && type !== 'multipletext' && { isRequired: true }),
    ...(typeof rule === 'string' && rule.trim() !== '' && { visibleIf: rule }),
  }
  const answers = importAnswers({ json, type, name, where, importing })
  if (answers === null) return []
  if (!takesRoom(answers, where, type, importing)) return []
  if (kind !== type) importing.tell({ kind: 'changed', where, what: type, why: changedInto[kind] ?? '' })
  const question = { type: kind, ...asked, ...answers.members }
  return [{ ...question, ...keptAsTheyAre(json, question, where, answers.read, importing) }, ...answers.following]
}

/** A survey has only so many items: each row of a grid is one. */
const takesRoom = (
  { members, following }: ImportedAnswers,
  where: string,
  what: string,
  { room, tell }: Importing,
): boolean => {
  const parts = members['columns'] === undefined ? members['elements'] : members['rows']
  const items = (isList(parts) ? parts.length : 1) + following.length
  if (items > room.items) {
    tell({ kind: 'left-out', where, what, why: `A survey has up to ${limits.items} questions and rows.` })
    return false
  }
  room.items -= items
  return true
}

const changedInto: { readonly [kind: string]: string } = {
  radiogroup: 'It is asked as one choice, with every answer in sight.',
  checkbox: 'It is asked as tick-all, with every answer in sight.',
  panel: 'Each of its lines is a question of its own now.',
}

/** What expressions or JavaScript read as something of their own. */
const isReserved = (name: string): boolean => freeId(name.toLowerCase(), '', new Set()) !== name.toLowerCase()

export const questionName = (json: JsonObject, where: string, importing: Importing): string => {
  const { names, taken, tell } = importing
  const was = typeof json['name'] === 'string' ? json['name'] : ''
  const name =
    namePattern.test(was) && !isReserved(was) && !taken.has(was.toLowerCase()) ? was : freshName(taken, was, 'question')
  taken.add(name.toLowerCase())
  // Of two questions with one name, rules mean the first.
  if (was !== '' && !names.has(was.toLowerCase())) names.set(was.toLowerCase(), name)
  const stored = json['valueName']
  if (typeof stored === 'string' && stored !== '' && !names.has(stored.toLowerCase()))
    names.set(stored.toLowerCase(), name)
  if (name !== was)
    tell({
      kind: 'changed',
      where: `${where}.name`,
      what: was === '' ? 'a question without a name' : `the name ${was}`,
      why: `It is called ${name} now, in rules too.`,
    })
  return name
}

const readAlways = new Set(['type', 'name', 'title', 'description', 'isRequired', 'visibleIf', 'visible'])

/** What Proforma knows and SurveyJS may not, where the whitelist takes it; everything else is told. */
const keptAsTheyAre = (
  json: JsonObject,
  question: JsonObject,
  where: string,
  read: readonly string[],
  { tell }: Importing,
): JsonObject => {
  const kept: [string, Json][] = []
  for (const [key, value] of Object.entries(json)) {
    if (readAlways.has(key) || read.includes(key)) continue
    if (fits({ ...question, [key]: value })) kept.push([key, value])
    else tell({ kind: 'left-out', where: `${where}.${key}`, what: key, why: whyNotSetting(key) })
  }
  return Object.fromEntries(kept)
}

/** Whether the whitelist would take a question as it is. */
const fits = (question: JsonObject): boolean => {
  const proforma = { id: 'a', units: 'people', audience: '', minutes: 1, privacy: '' }
  return whitelist({ proforma, title: '', pages: [{ name: 'page', elements: [question] }] }, '').length === 0
}
