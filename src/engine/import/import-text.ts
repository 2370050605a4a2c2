import { isJsonObject, type Json } from '../../survey/json.ts'
import { limits } from '../../survey/limits.ts'
import type { Importing } from './note.ts'

const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/** A wording as Proforma keeps it; undefined where there is none. Wordings in several languages keep them all. */
export const importText = (value: Json | undefined, where: string, importing: Importing): Json | undefined => {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return cut(value, where, importing)
  if (typeof value === 'number') return String(value)
  if (!isJsonObject(value)) {
    importing.tell({ kind: 'left-out', where, what: 'a wording', why: 'It is not text.' })
    return undefined
  }
  const kept: (readonly [string, string])[] = []
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === 'string' && (key === 'default' || language.test(key)))
      kept.push([key, cut(one, `${where}.${key}`, importing)])
    else
      importing.tell({
        kind: 'left-out',
        where: `${where}.${key}`,
        what: 'a wording',
        why: typeof one === 'string' ? `${key} is not the code of a language.` : 'It is not text.',
      })
  }
  const languages = new Map(kept)
  const original =
    languages.get('default') ?? languages.get(importing.language ?? '') ?? languages.get('en') ?? kept[0]?.[1]
  return original === undefined ? undefined : { ...Object.fromEntries(languages), default: original }
}

const cut = (text: string, where: string, { tell }: Importing): string => {
  if (text.length <= limits.textLength) return text
  tell({
    kind: 'changed',
    where,
    what: 'a long wording',
    why: `A wording has up to ${limits.textLength} characters. The rest was cut off.`,
  })
  return text
    .slice(0, limits.textLength)
    .toWellFormed()
    .replace(/\uFFFD$/, '')
}
