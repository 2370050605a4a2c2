import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '../survey/json.ts'
import { packageFolder } from './package-folder.ts'
import { readText } from './read-text.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma words [FOLDER]`: how complete each language of the forms' own words is, and who made it. */
export const wordsCommand = async ([folder = ownMessages, ...more]: readonly string[]): Promise<Told> => {
  if (more.length > 0) return misused('words takes one folder of messages at most.')
  const english = await readMessages(join(folder, 'en.json'))
  if (!english.ok) return english
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const lines: string[] = []
  for (const name of names) {
    const file = await readMessages(join(folder, name))
    if (!file.ok) return file
    lines.push(...report(name.slice(0, -'.json'.length), file.messages, english.messages))
  }
  return { ok: true, text: lines.map((line) => `${line}\n`).join('') }
}

const ownMessages = join(packageFolder, 'src/pages/collect/messages')

type Read = { readonly ok: true; readonly messages: JsonObject } | (Told & { readonly ok: false })

const readMessages = async (path: string): Promise<Read> => {
  const read = await readText(path)
  if (!read.ok) return failed(read.reason)
  try {
    const messages: unknown = JSON.parse(read.text)
    return isJsonObject(messages) ? { ok: true, messages } : failed(`${path}: this is not an object.`)
  } catch {
    return failed(`${path}: this is not JSON.`)
  }
}

/** `cy  Cymraeg: 92 of 92 messages. Made by a machine, 2026-11-23.`, then what is missing and what is left over. */
const report = (code: string, file: JsonObject, english: JsonObject): readonly string[] => {
  const wanted = messagesIn(english)
  const missing = wanted.filter((message) => !isWhole(message, file, code))
  const over = messagesIn(file).filter((message) => !wanted.includes(message))
  const about: JsonObject = isJsonObject(file['@about']) ? file['@about'] : {}
  const maker = about['madeBy'] === 'person' ? 'a person' : 'a machine: have it checked by somebody who speaks it'
  return [
    `${code.padEnd(4)}${textOr(about['name'], code)}: ${wanted.length - missing.length} of ${wanted.length} messages. Made by ${maker}. ${textOr(about['date'], 'No date')}.`,
    ...(missing.length === 0 ? [] : [`    Said in English until they are here: ${missing.join(', ')}.`]),
    ...(over.length === 0 ? [] : [`    Not used any more: ${over.join(', ')}.`]),
  ]
}

const textOr = (value: Json | undefined, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

/** A message that counts is one, however many plural forms it has. */
const messagesIn = (file: JsonObject): readonly string[] => [
  ...new Set(
    Object.keys(file)
      .filter((key) => key !== '@about')
      .map((key) => key.split('.')[0] ?? key),
  ),
]

const isWhole = (message: string, file: JsonObject, code: string): boolean =>
  Object.hasOwn(file, message) ||
  new Intl.PluralRules(code)
    .resolvedOptions()
    .pluralCategories.every((category) => Object.hasOwn(file, `${message}.${category}`))
