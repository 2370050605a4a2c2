import { namePattern } from '../../survey/ids.ts'
import { isJsonObject, isList, type Json, type JsonObject } from '../../survey/json.ts'
import { limits } from '../../survey/limits.ts'
import { roleFromWords } from '../../survey/role-from-words.ts'
import { freshName } from '../../survey/edit/fresh-name.ts'
import { importText } from './import-text.ts'
import type { Importing } from './note.ts'

export interface ImportedChoices {
  readonly choices: readonly ImportedChoice[]
  /** By what a value was, as text: what it is now. For the rules that compare with it. */
  readonly values: Map<string, string | number>
}

/** As in a definition: an id, its words where it has any, its role. */
export interface ImportedChoice {
  readonly [member: string]: Json
  readonly value: string | number
}

interface ListOf {
  readonly called: 'answer' | 'row'
  readonly most: number
  /** Whether "None of these" stands alone: in a tick-all. */
  readonly exclusive: boolean
}

const roles = ['not-sure', 'refused', 'dont-know', 'none']

/** A list of choices, columns or rows: values that are wordings become ids, and keep their words as text. */
export const importChoices = (
  json: Json | undefined,
  where: string,
  of: ListOf,
  importing: Importing,
): ImportedChoices => {
  const values = new Map<string, string | number>()
  const taken = new Set<string>()
  const choices: ImportedChoice[] = []
  const given = isList(json) ? json : []
  if (json !== undefined && !isList(json))
    importing.tell({ kind: 'left-out', where, what: `a list of ${of.called}s`, why: 'It is not a list.' })
  for (const [index, one] of given.entries()) {
    const at = `${where}[${index}]`
    const leaveOut = (why: string): void =>
      importing.tell({ kind: 'left-out', where: at, what: of.called === 'row' ? 'a row' : 'an answer', why })
    const value = isJsonObject(one) ? (one['value'] ?? one['name']) : one
    if (choices.length >= of.most) {
      leaveOut(`A list has up to ${of.most} ${of.called}s.`)
      continue
    }
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      leaveOut('It has no value that is text or a number.')
      continue
    }
    if (values.has(String(value))) {
      leaveOut(`${value} stands in the list already.`)
      continue
    }
    const text = isJsonObject(one) ? importText(one['text'] ?? one['title'], `${at}.text`, importing) : undefined
    const words = typeof text === 'string' ? text : String(value)
    const id =
      keepsValue(value, text !== undefined, of) && !taken.has(String(value).toLowerCase())
        ? value
        : freshName(taken, words, of.called)
    taken.add(String(id).toLowerCase())
    values.set(String(value), id)
    const ownRole = isJsonObject(one) ? one['role'] : undefined
    const role =
      of.called === 'row'
        ? undefined
        : typeof ownRole === 'string' && roles.includes(ownRole)
          ? ownRole
          : (roleFromWords(words) ?? undefined)
    const kept = role === 'none' && ownRole === undefined && !of.exclusive ? undefined : role
    choices.push({
      value: id,
      ...(text !== undefined ? { text } : id !== value && { text: String(value) }),
      ...(kept !== undefined && { role: kept }),
    })
    if (isJsonObject(one)) tellRest(one, at, importing)
  }
  return { choices, values }
}

/** A value that is an id already stays; `Very good` and, alone, `Yes` are words. */
const keepsValue = (
  value: string | number | boolean,
  hasText: boolean,
  { called }: ListOf,
): value is string | number => {
  if (typeof value === 'boolean') return false
  if (called === 'row') return namePattern.test(String(value)) && (hasText || !/[A-Z]/.test(String(value)))
  if (typeof value === 'number') return Math.abs(value) <= 1e9
  return (
    /^(?!__proto__$|constructor$|prototype$)[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(value) &&
    (hasText || !/[A-Z]/.test(value))
  )
}

const known = new Set(['value', 'text', 'role', 'name', 'title'])

const tellRest = (choice: JsonObject, where: string, { tell }: Importing): void => {
  for (const key of Object.keys(choice)) {
    if (known.has(key)) continue
    tell({
      kind: 'left-out',
      where: `${where}.${key}`,
      what: key,
      why: key.endsWith('If') ? 'An answer is offered always.' : 'An answer has its words only.',
    })
  }
}

export const choiceLimits = {
  choices: { called: 'answer', most: limits.choices, exclusive: false },
  boxes: { called: 'answer', most: limits.choices, exclusive: true },
  steps: { called: 'answer', most: limits.mostSteps, exclusive: false },
  rows: { called: 'row', most: limits.choices, exclusive: false },
} as const satisfies { readonly [list: string]: ListOf }
