import { isJsonObject, isList, type Json } from '../survey/json.ts'
import type { Finding } from './finding.ts'

/** Says what is wrong with a value that stands at a place; nothing when it is right. */
export type Shape = (value: Json, where: string) => readonly Finding[]

const wrong = (where: string, reason: string): readonly Finding[] => [{ where, reason }]

/** An object with these members and no others. A member named with a trailing `?` may be missing. */
export const object =
  (members: { readonly [name: string]: Shape }): Shape =>
  (value, where) => {
    if (!isJsonObject(value)) return wrong(where, 'This must be an object in braces.')
    const known = new Map(Object.entries(members).map(([name, shape]) => [name.replace(/\?$/, ''), { name, shape }]))
    const at = (name: string): string => (where === '' ? name : `${where}.${name}`)
    const missing = [...known.values()].flatMap(({ name }) =>
      name.endsWith('?') || Object.hasOwn(value, name) ? [] : wrong(at(name), 'This is missing.'),
    )
    const inside = Object.entries(value).flatMap(([name, member]) => {
      const entry = known.get(name)
      return entry === undefined
        ? wrong(at(name), 'This is not something Proforma can open. Take it out.')
        : entry.shape(member, at(name))
    })
    return [...missing, ...inside]
  }

export const list =
  (of: Shape, least: number, most: number): Shape =>
  (value, where) => {
    if (!isList(value)) return wrong(where, 'This must be a list in square brackets.')
    if (value.length < least) return wrong(where, `This needs at least ${least}.`)
    if (value.length > most) return wrong(where, `This has ${value.length}; at most ${most} can be opened.`)
    return value.flatMap((member, index) => of(member, `${where}[${index}]`))
  }

export const text =
  (pattern: RegExp, reason: string): Shape =>
  (value, where) =>
    typeof value === 'string' && pattern.test(value) ? [] : wrong(where, reason)

export const oneOf =
  (...allowed: readonly Json[]): Shape =>
  (value, where) =>
    allowed.includes(value)
      ? []
      : wrong(where, `${JSON.stringify(value)} is not one of ${allowed.map((one) => JSON.stringify(one)).join(', ')}.`)

export const truth: Shape = (value, where) =>
  typeof value === 'boolean' ? [] : wrong(where, 'This must be true or false.')

export const numberBetween =
  (least: number, most: number): Shape =>
  (value, where) =>
    typeof value === 'number' && value >= least && value <= most
      ? []
      : wrong(where, `This must be a number from ${least} to ${most}.`)

export const wholeNumber =
  (least: number, most: number): Shape =>
  (value, where) =>
    Number.isInteger(value)
      ? numberBetween(least, most)(value, where)
      : wrong(where, `This must be a whole number from ${least} to ${most}.`)

/** Takes what any of the shapes takes; otherwise says what the last one says. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, where) => {
    let findings: readonly Finding[] = []
    for (const shape of shapes) {
      findings = shape(value, where)
      if (findings.length === 0) return []
    }
    return findings
  }

/** Takes a value by the shape that a member of it names: elements by their `type`. */
export const byMember =
  (member: string, shapes: { readonly [name: string]: Shape }): Shape =>
  (value, where) => {
    const name = isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : undefined
    const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape !== undefined) return shape(value, where)
    const known = Object.keys(shapes).join(', ')
    return wrong(`${where}.${member}`, `${JSON.stringify(name ?? null)} cannot be opened here. These can: ${known}.`)
  }
