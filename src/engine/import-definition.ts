import type { Definition, Text } from '../survey/definition.ts'
import { estimatedMinutes } from '../survey/advice/minutes.ts'
import { slug } from '../survey/edit/fresh-name.ts'
import { isSurveyId } from '../survey/ids.ts'
import { isJsonObject, isList, type Json, type JsonObject, parseJson } from '../survey/json.ts'
import { limits } from '../survey/limits.ts'
import { textIn } from '../survey/text.ts'
import { importPages } from './import/import-element.ts'
import { importText } from './import/import-text.ts'
import { mend } from './import/mend.ts'
import type { Importing, ImportNote, Tell } from './import/note.ts'
import { unsafeJson } from './import/plain-json.ts'
import { rulesNow } from './import/rules-now.ts'
import { whyNotSetting } from './import/why-left-out.ts'
import { openDefinition } from './open-definition.ts'

export type Imported =
  | { readonly ok: true; readonly definition: Definition; readonly notes: readonly ImportNote[] }
  | { readonly ok: false; readonly reason: string }

/** Reads the text of a file as a survey: see {@link importDefinition}. The reason says on which line it is not JSON. */
export const importDefinitionText = (text: string): Imported => {
  if (text.length > limits.bytes) return { ok: false, reason: `It is over ${limits.bytes / 1024} KiB.` }
  const parsed = parseJson(text.replace(/^\uFEFF/, ''))
  return parsed.ok ? importDefinition(parsed.value) : { ok: false, reason: parsed.reason }
}

/**
 * Makes a definition of SurveyJS JSON from anywhere. What Proforma exported comes back as it was. From other surveys
 * what the whitelist knows is taken, and everything that was left out or changed is noted with where, what and why.
 * The definition always opens. Refused whole: what is not JSON, too large, too deep, or has no question to take.
 *
 * Not in other surveys, and so left to the designer: who asks and why (`privacy` is empty), who it is for (`audience`).
 */
export const importDefinition = (json: unknown): Imported => {
  const unsafe = unsafeJson(json)
  if (unsafe !== null) return { ok: false, reason: unsafe }
  const own = openDefinition(json)
  if (own.ok) return { ok: true, definition: own.definition, notes: [] }
  if (!isJsonObject(json)) return { ok: false, reason: 'This is not a survey: it has no pages and no questions.' }

  const notes: ImportNote[] = []
  const tell: Tell = (note) => notes.push(note)
  const locale = typeof json['locale'] === 'string' ? json['locale'] : null
  const importing: Importing = {
    tell,
    language: locale,
    room: { items: limits.items },
    taken: new Set(),
    names: new Map(),
    answers: new Map(),
    rows: new Map(),
    inEntries: new Set(),
  }
  const head = heading(json, importing)
  const pages = importPages(json, importing)
  if (pages.length === 0) return { ok: false, reason: nothingTaken(notes) }
  tellRest(json, tell)

  const candidate = { ...head, pages: rulesNow(pages, importing) }
  const opened = mend(candidate, tell)
  if (opened === null) return { ok: false, reason: nothingTaken(notes) }
  return { ok: true, definition: timed(opened, json), notes }
}

const nothingTaken = (notes: readonly ImportNote[]): string => {
  const [first] = notes.filter(({ kind }) => kind === 'left-out')
  return first === undefined
    ? 'This is not a survey: it has no pages and no questions.'
    : `No question in it could be taken. ${first.where}: ${first.why}`
}

/** Titles and settings: those of a survey of ours where they can be read, and otherwise the plainest. */
const heading = (json: JsonObject, importing: Importing): JsonObject => {
  const given = isJsonObject(json['proforma']) ? json['proforma'] : {}
  const title = importText(json['title'], 'title', importing) ?? 'Imported survey'
  const description = importText(json['description'], 'description', importing)
  const locale = json['locale']
  const id = given['id']
  const units = given['units']
  const audience = given['audience']
  const minutes = given['minutes']
  return {
    proforma: {
      id: typeof id === 'string' && isSurveyId(id) ? id : idFrom(textIn(title as Text)),
      units: units === 'organisations' ? units : 'people',
      audience: typeof audience === 'string' ? audience.slice(0, limits.textLength).toWellFormed() : '',
      minutes: typeof minutes === 'number' && minutes >= 1 && minutes <= 600 ? minutes : 1,
      privacy: importText(given['privacy'], 'proforma.privacy', importing) ?? '',
      ...languagesOf(given),
    },
    title,
    ...(description !== undefined && { description }),
    ...(typeof locale === 'string' && languageCode.test(locale) && { locale }),
  }
}

const languageCode = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

const languagesOf = (given: JsonObject): JsonObject => {
  const languages = given['languages']
  const kept = isList(languages) ? languages.filter((one) => typeof one === 'string' && languageCode.test(one)) : []
  return kept.length === 0 ? {} : { languages: kept.slice(0, limits.languages) }
}

const idFrom = (title: string): string => slug(title, 'survey').replaceAll('_', '-')

const known = new Set(['proforma', 'title', 'description', 'pages', 'elements', 'questions', 'locale'])

const tellRest = (json: JsonObject, tell: Tell): void => {
  for (const key of Object.keys(json)) {
    if (!known.has(key)) tell({ kind: 'left-out', where: key, what: key, why: whyNotSetting(key) })
  }
}

const timed = (definition: Definition, json: JsonObject): Definition => {
  const given: Json | undefined = isJsonObject(json['proforma']) ? json['proforma']['minutes'] : undefined
  if (given === definition.proforma.minutes) return definition
  const minutes = Math.min(Math.max(Math.ceil(estimatedMinutes(definition)), 1), 600)
  return { ...definition, proforma: { ...definition.proforma, minutes } }
}
