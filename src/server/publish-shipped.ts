import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Definition } from '../survey/definition.ts'
import { isSurveyId } from '../survey/ids.ts'
import { isJsonObject, parseJson } from '../survey/json.ts'
import type { Version } from '../survey/version.ts'
import type { Store } from './store.ts'

export type Shipped =
  | { readonly ok: true; readonly versions: readonly Version[] }
  | { readonly ok: false; readonly file: string; readonly reason: string }

/**
 * Publishes the definitions in `folder` (its *.json files): version 1 the first time, the next one when a file was
 * edited, nothing new otherwise. All are read before the first is published. They are ours and checked by a test, so
 * that the server need not open them as models.
 */
export const publishShipped = async (store: Store, folder: string): Promise<Shipped> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const definitions: Definition[] = []
  for (const file of files) {
    const parsed = parseJson(await readFile(join(folder, file), 'utf8'))
    if (!parsed.ok) return { ok: false, file, reason: parsed.reason }
    if (!isDefinition(parsed.value)) return { ok: false, file, reason: 'it is not a survey definition' }
    definitions.push(parsed.value)
  }
  const versions: Version[] = []
  for (const definition of definitions) versions.push(await store.publish(definition))
  return { ok: true, versions }
}

const isDefinition = (value: unknown): value is Definition =>
  isJsonObject(value) &&
  isJsonObject(value['proforma']) &&
  typeof value['proforma']['id'] === 'string' &&
  isSurveyId(value['proforma']['id']) &&
  Array.isArray(value['pages'])
