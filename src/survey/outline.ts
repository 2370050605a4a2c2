import { isJsonObject } from './json.ts'

/** Deeper than any survey that the engine opens, and shallow enough for any stack. */
const deepest = 32

/**
 * Whether JSON has the outline of a definition: settings, a title, pages, and named questions all the way down. What
 * lists and counts surveys can then read it, whoever published it; what its questions may be is the engine's whitelist.
 */
export const hasOutline = (value: unknown): boolean => {
  if (!isJsonObject(value) || !isJsonObject(value['proforma'])) return false
  const { id, audience, minutes, privacy } = value['proforma']
  return (
    typeof id === 'string' &&
    typeof audience === 'string' &&
    typeof minutes === 'number' &&
    isText(privacy) &&
    isText(value['title']) &&
    isListOf(value['pages'], (page) => isJsonObject(page) && isNamed(page['name']) && areElements(page['elements'], 0))
  )
}

const isListOf = (value: unknown, isOne: (part: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne)

const isNamed = (name: unknown): boolean => typeof name === 'string' && name !== ''

const isText = (value: unknown): boolean =>
  typeof value === 'string' ||
  (isJsonObject(value) &&
    Object.values(value).every((text) => typeof text === 'string') &&
    Object.hasOwn(value, 'default'))

const areElements = (value: unknown, depth: number): boolean =>
  depth < deepest &&
  isListOf(
    value,
    (element) =>
      isJsonObject(element) &&
      isNamed(element['name']) &&
      typeof element['type'] === 'string' &&
      (element['type'] !== 'panel' || areElements(element['elements'], depth + 1)) &&
      (element['type'] !== 'paneldynamic' || areElements(element['templateElements'], depth + 1)),
  )
