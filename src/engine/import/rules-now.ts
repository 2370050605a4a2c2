import { isJsonObject, isList, type Json, type JsonObject } from '../../survey/json.ts'
import { entryReference, isEntryReference, withoutEntry } from '../../survey/entry-reference.ts'
import { limits } from '../../survey/limits.ts'
import { importRule } from './import-rule.ts'
import { askedWhen, type Importing } from './note.ts'

/** Pages with their rules, and the answers put into their wordings, called as everything is called now. */
export const rulesNow = (pages: readonly JsonObject[], importing: Importing): readonly JsonObject[] =>
  pages.map((page, index) => partNow(page, `pages[${index}]`, importing))

const partNow = (part: JsonObject, where: string, importing: Importing): JsonObject => {
  const { visibleIf: rule, elements, templateElements, [askedWhen]: own, ...rest } = part
  const now = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, isWording(key) ? wordsNow(value, importing) : value]),
  )
  const within = (member: string, inside: readonly Json[]): readonly Json[] =>
    inside.map((one, index) => (isJsonObject(one) ? partNow(one, `${where}.${member}[${index}]`, importing) : one))
  const inner = {
    ...(isList(elements) && { elements: within('elements', elements) }),
    ...(isList(templateElements) && { templateElements: within('templateElements', templateElements) }),
  }
  return {
    ...now,
    ...(typeof rule === 'string' && ruleNow(rule, part, importing)),
    ...(own !== undefined && { visibleIf: own }),
    ...inner,
  }
}

const ruleNow = (rule: string, part: JsonObject, importing: Importing): JsonObject => {
  const now = rule.length > limits.ruleLength * 2 ? null : importRule(rule, importing)
  if (now?.ok === true && now.rule.length <= limits.ruleLength) return { visibleIf: now.rule }
  const why = now === null || now.ok ? `A rule has up to ${limits.ruleLength} characters.` : now.why
  importing.tell({
    kind: 'left-out',
    where: `${typeof part['name'] === 'string' ? part['name'] : ''}.visibleIf`,
    what: `the rule ${rule.slice(0, 200)}`,
    why: `${why} The question is always asked now.`,
  })
  return {}
}

const isWording = (key: string): boolean => key === 'title' || key === 'description'

/** `How old is {child name}?`: the answer of a question that was renamed. Braces around anything else stay. */
const wordsNow = (value: Json, importing: Importing): Json => {
  if (isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wordsNow(one, importing)]))
  if (typeof value !== 'string') return value
  const now = value.replaceAll(/\{([^{}]+)\}/g, (braces, name: string) => {
    const found = importing.names.get(withoutEntry(name.trim()).toLowerCase())
    if (found === undefined || isEntryReference(name.trim()) !== importing.inEntries.has(found)) return braces
    return `{${importing.inEntries.has(found) ? entryReference(found) : found}}`
  })
  return now.length <= limits.textLength ? now : value
}
