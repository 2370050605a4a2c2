import { isJsonObject, isList, type Json, parseJson } from '../../survey/json.ts'
import type { Layout, Layouts } from '../../tabulation/arrange.ts'

/** In characters: what stands in a table is a few words. */
export const longestLabel = 200

/** Layouts as they go to what counts, and with frozen tables; null where nothing was set. */
export const writeLayoutsText = (layouts: Layouts): string | null =>
  Object.keys(layouts).length === 0 ? null : JSON.stringify(layouts)

/** What can't be read is as if it were not there. */
export const readLayoutsText = (text: string | null): Layouts => {
  const parsed = text === null ? null : parseJson(text)
  if (parsed === null || !parsed.ok || !isJsonObject(parsed.value)) return {}
  return Object.fromEntries(Object.entries(parsed.value).map(([question, layout]) => [question, readLayout(layout)]))
}

const readLayout = (value: Json): Layout => {
  if (!isJsonObject(value)) return {}
  const { order, rows, columns } = value
  return {
    ...(isList(order) ? { order: order.filter((one) => typeof one === 'string') } : {}),
    ...(isJsonObject(rows) ? { rows: labelsOf(rows) } : {}),
    ...(isJsonObject(columns) ? { columns: labelsOf(columns) } : {}),
  }
}

const labelsOf = (labels: { readonly [id: string]: Json }): { readonly [id: string]: string } =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([id, label]) =>
      typeof label === 'string' ? [[id, label.slice(0, longestLabel)] as const] : [],
    ),
  )
