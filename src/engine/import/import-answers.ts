import { freshName } from '../../survey/edit/fresh-name.ts'
import { isJsonObject, isList, type Json, type JsonObject } from '../../survey/json.ts'
import { limits } from '../../survey/limits.ts'
import { choiceLimits, importChoices } from './import-choices.ts'
import { importText } from './import-text.ts'
import { importScale } from './import-scale.ts'
import { askedWhen, type Importing } from './note.ts'

export interface Source {
  readonly json: JsonObject
  readonly type: string
  /** What the question is called now. */
  readonly name: string
  readonly where: string
  readonly importing: Importing
}

export interface ImportedAnswers {
  readonly members: JsonObject
  /** Questions that follow: what was written beside “Other”. */
  readonly following: readonly JsonObject[]
  /** The members of the source that were read. */
  readonly read: readonly string[]
}

/** How a question is answered, by its type; null where nothing is left to answer with, which is told. */
export const importAnswers = (source: Source): ImportedAnswers | null => {
  switch (source.type) {
    case 'boolean':
      return yesOrNo(source)
    case 'rating':
      return importScale(source)
    case 'matrix':
      return grid(source)
    case 'text':
      return { members: textMembers(source), following: [], read: ['inputType', 'min', 'max', 'maxLength'] }
    case 'comment':
      return { members: commentMembers(source), following: [], read: ['rows', 'maxLength'] }
    case 'file':
      return { members: photoMembers(source), following: [], read: ['allowMultiple', 'maxFiles'] }
    case 'signaturepad':
      return { members: {}, following: [], read: [] }
    case 'multipletext':
      return severalTexts(source)
    default:
      return choices(source)
  }
}

const nothingLeft = ({ importing, type, where }: Source, why: string): null => {
  importing.tell({ kind: 'left-out', where, what: type, why })
  return null
}

/** Answers that SurveyJS adds by a switch, and what each means. */
const added = [
  { on: ['showOtherItem', 'hasOther'], text: 'otherText', value: 'other', words: 'Other', role: null },
  { on: ['showNoneItem', 'hasNone'], text: 'noneText', value: 'none', words: 'None of these', role: 'none' },
  { on: ['showRefuseItem'], text: 'refuseText', value: 'refused', words: 'Prefer not to say', role: 'refused' },
  { on: ['showDontKnowItem'], text: 'dontKnowText', value: 'dontknow', words: 'Don’t know', role: 'dont-know' },
] as const

const choices = (source: Source): ImportedAnswers | null => {
  const { json, type, name, where, importing } = source
  const many = type === 'checkbox' || type === 'tagbox'
  const list = importChoices(
    json['choices'],
    `${where}.choices`,
    many ? choiceLimits.boxes : choiceLimits.choices,
    importing,
  )
  const taken = new Set(list.choices.map(({ value }) => String(value).toLowerCase()))
  const read = ['choices', 'otherPlaceholder', 'otherErrorText']
  const all = [...list.choices]
  const following: JsonObject[] = []
  for (const item of added) {
    read.push(...item.on, item.text)
    if (!item.on.some((on) => json[on] === true)) continue
    const value = freshName(taken, item.value, 'answer')
    taken.add(value)
    list.values.set(item.value, value)
    all.push({
      value,
      text: importText(json[item.text], `${where}.${item.text}`, importing) ?? item.words,
      ...(item.role !== null && { role: item.role }),
    })
    if (item.value === 'other') following.push(otherWords(source, value, many))
  }
  importing.answers.set(name, list.values)
  if (all.length === 0) return nothingLeft(source, 'No answers stand in it.')
  return { members: { choices: all }, following, read }
}

/** What is written beside “Other” is a question of its own, asked where Other is chosen. */
const otherWords = ({ name, importing }: Source, value: string, many: boolean): JsonObject => {
  const own = freshName(importing.taken, `${name} other`, 'other')
  importing.taken.add(own)
  // Already as it is called now: see `rulesNow` in import-definition.ts.
  importing.names.set(name.toLowerCase(), importing.names.get(name.toLowerCase()) ?? name)
  return {
    type: 'text',
    name: own,
    title: 'What is it?',
    [askedWhen]: `{${name}} ${many ? 'contains' : '='} '${value}'`,
  }
}

const yesOrNo = (source: Source): ImportedAnswers => {
  const { json, name, where, importing } = source
  const yes = importText(json['labelTrue'], `${where}.labelTrue`, importing) ?? 'Yes'
  const no = importText(json['labelFalse'], `${where}.labelFalse`, importing) ?? 'No'
  const was = (member: string, otherwise: string): string => {
    const value = json[member]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise
  }
  importing.answers.set(
    name,
    new Map([
      [was('valueTrue', 'true'), 'yes'],
      [was('valueFalse', 'false'), 'no'],
    ]),
  )
  const pair = [
    { value: 'yes', text: yes },
    { value: 'no', text: no },
  ]
  return {
    members: { choices: json['swapOrder'] === true ? pair.toReversed() : pair },
    following: [],
    read: ['labelTrue', 'labelFalse', 'valueTrue', 'valueFalse', 'swapOrder'],
  }
}

const grid = (source: Source): ImportedAnswers | null => {
  const { json, name, where, importing } = source
  const columns = importChoices(json['columns'], `${where}.columns`, choiceLimits.choices, importing)
  const rows = importChoices(json['rows'], `${where}.rows`, choiceLimits.rows, importing)
  importing.answers.set(name, columns.values)
  importing.rows.set(name, rows.values)
  if (columns.choices.length === 0 || rows.choices.length === 0)
    return nothingLeft(source, 'A grid needs rows, and answers along the top.')
  const each = json['eachRowRequired'] === true || json['isAllRowRequired'] === true
  return {
    members: { columns: columns.choices, rows: rows.choices, ...(each && { eachRowRequired: true }) },
    following: [],
    read: ['columns', 'rows', 'eachRowRequired', 'isAllRowRequired'],
  }
}

const inputTypes: { readonly [type: string]: string } = {
  number: 'number',
  range: 'number',
  date: 'date',
  'datetime-local': 'date',
}

const textMembers = ({ json, where, importing }: Source): JsonObject => {
  const given = json['inputType']
  const inputType = typeof given === 'string' && Object.hasOwn(inputTypes, given) ? inputTypes[given] : undefined
  if (given !== undefined && given !== 'text' && given !== inputType)
    importing.tell({
      kind: 'changed',
      where: `${where}.inputType`,
      what: JSON.stringify(given),
      why: `It is asked as ${inputType === undefined ? 'short text' : `a ${inputType}`}.`,
    })
  const bound = (member: 'min' | 'max'): JsonObject => {
    const value = json[member]
    const number =
      inputType === 'number' &&
      value !== '' &&
      Number.isFinite(Number(value)) &&
      Math.abs(Number(value)) <= 1e12 &&
      !isList(value)
    if (value === undefined || value === null) return {}
    if (number) return { [member]: Number(value) }
    if (inputType === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value))
      return { [member]: value.slice(0, 10) }
    importing.tell({
      kind: 'left-out',
      where: `${where}.${member}`,
      what: member,
      why: 'It is not a number, or a date like 2026-11-23, that fits the question.',
    })
    return {}
  }
  return {
    ...(inputType !== undefined && { inputType }),
    ...(inputType !== undefined && { ...bound('min'), ...bound('max') }),
    ...wholeNumber(json, 'maxLength', 100_000),
  }
}

const commentMembers = ({ json }: Source): JsonObject => ({
  ...wholeNumber(json, 'rows', 40),
  ...wholeNumber(json, 'maxLength', 100_000),
})

/** SurveyJS lets several files be given, of which Proforma takes so many photos. */
const photoMembers = ({ json }: Source): JsonObject => {
  if (json['allowMultiple'] !== true || json['proforma'] !== undefined) return {}
  const given = json['maxFiles']
  const isFewer = typeof given === 'number' && Number.isInteger(given) && given >= 1 && given < limits.photos
  return { proforma: { most: isFewer ? given : limits.photos } }
}

const wholeNumber = (json: JsonObject, member: string, most: number): JsonObject => {
  const value = json[member]
  return typeof value === 'number' && value >= 1 && value <= most ? { [member]: value } : {}
}

/** Lines to write on, each a question in one group. */
const severalTexts = (source: Source): ImportedAnswers | null => {
  const { json, name, where, importing } = source
  const items: readonly Json[] = isList(json['items']) ? json['items'] : []
  const elements = items.flatMap((item, index): readonly JsonObject[] => {
    if (!isJsonObject(item) || typeof item['name'] !== 'string') return []
    const own = freshName(importing.taken, `${name} ${item['name']}`, 'question')
    importing.taken.add(own)
    const was = typeof json['name'] === 'string' ? json['name'] : name
    importing.names.set(`${was}.${item['name']}`.toLowerCase(), own)
    const at = `${where}.items[${index}]`
    const title = importText(item['title'], `${at}.title`, importing) ?? item['name']
    return [{ type: 'text', name: own, title, ...textMembers({ ...source, json: item, where: at }) }]
  })
  return elements.length === 0
    ? nothingLeft(source, 'No lines stand in it.')
    : { members: { elements }, following: [], read: ['items'] }
}
