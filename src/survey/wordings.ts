import type { Choice, Definition, Element, Entry, ListName, Page, Question, Text } from './definition.ts'
import { mapSame } from './map-elements.ts'

/**
 * Where a wording stands, stable while it is translated: `@title`, `@description`, `@privacy` of the survey;
 * `support.title`, `support.description`, `support.prompts`, `support.unit`, `children.each` of a question, panel or page;
 * `support.rows.analysing` of a choice or row, by its value.
 */
export type WordingPath = string

export interface Wording {
  readonly path: WordingPath
  readonly text: Text
}

type Change = (text: Text, path: WordingPath) => Text

/** Every wording that people read, in the order they read it: what a translator is given. */
export const wordings = (definition: Definition): readonly Wording[] => {
  const found: Wording[] = []
  mapTexts(definition, (text, path) => {
    found.push({ path, text })
    return text
  })
  return found
}

/** A survey with every wording changed; what does not change is shared. */
export const mapTexts = (definition: Definition, change: Change): Definition => {
  const own = mapMembers(definition, '@', ['title', 'description'], change)
  const proforma = mapMembers(own.proforma, '@', ['privacy'], change)
  const pages = mapSame(own.pages, (page) => mapPageTexts(page, change))
  return proforma === own.proforma && pages === own.pages ? own : { ...own, proforma, pages }
}

const mapPageTexts = (page: Page, change: Change): Page => {
  const own = mapMembers(page, `${page.name}.`, ['title', 'description'], change)
  const elements = mapSame(own.elements, (element) => mapElementTexts(element, change))
  return elements === own.elements ? own : { ...own, elements }
}

/** An element with every wording in it changed. */
export const mapElementTexts = (element: Element, change: Change): Element => {
  const own = mapMembers(element, `${element.name}.`, ['title', 'description'], change)
  if (own.type === 'panel') {
    const elements = mapSame(own.elements, (inner) => mapElementTexts(inner, change))
    return elements === own.elements ? own : { ...own, elements }
  }
  const settings = own.proforma
  const proforma = settings && mapMembers(settings, `${own.name}.`, ['prompts', 'unit', 'each'], change)
  const question = proforma === undefined || proforma === settings ? own : { ...own, proforma }
  const listed = <T extends Entry>(list: ListName, entries: readonly T[]): readonly T[] =>
    mapSame(entries, (entry) =>
      typeof entry === 'object'
        ? (mapOne<Choice>(entry, 'text', `${own.name}.${list}.${entry.value}`, change) as T)
        : entry,
    )
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox': {
      const choices = listed('choices', question.choices)
      return choices === question.choices ? question : { ...question, choices }
    }
    case 'matrix': {
      const columns = listed('columns', question.columns)
      const rows = listed('rows', question.rows)
      return columns === question.columns && rows === question.rows ? question : { ...question, columns, rows }
    }
    case 'rating': {
      const rateValues = listed('rateValues', question.rateValues)
      return rateValues === question.rateValues ? question : { ...question, rateValues }
    }
    case 'text':
    case 'comment':
    case 'file':
    case 'signaturepad':
      return question
    case 'paneldynamic': {
      const templateElements = mapSame(question.templateElements, (inner) => mapElementTexts(inner, change) as Question)
      return templateElements === question.templateElements ? question : { ...question, templateElements }
    }
    default:
      return question satisfies never
  }
}

const mapMembers = <T extends object>(
  owner: T,
  before: string,
  members: readonly (keyof T & string)[],
  change: Change,
): T => members.reduce((changed, member) => mapOne(changed, member, `${before}${member}`, change), owner)

/** A wording that is not there is not made. */
const mapOne = <T extends object>(owner: T, member: keyof T, path: WordingPath, change: Change): T => {
  const text = owner[member] as Text | undefined
  if (text === undefined) return owner
  const next = change(text, path)
  return next === text ? owner : { ...owner, [member]: next }
}
