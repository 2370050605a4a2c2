import type { Definition } from '../definition.ts'
import { elementsByName } from '../questions.ts'

/** What survey-core reads as something of its own in braces, or JavaScript as its own in an object. */
const reserved = new Set(
  (
    'choice constructor cookie hasownproperty index isprototypeof item locale page pageno pagecount panel ' +
    'propertyisenumerable prototype question row self survey tolocalestring tostring valueof'
  ).split(' '),
)

/**
 * A readable id out of a wording: `Where do you live?` gives `where_do_you_live`. Cut at a word, at 40 letters; the
 * fallback where nothing is left, as for a wording in another script.
 */
export const slug = (wording: string, fallback: string): string => {
  const words = wording
    .normalize('NFKD')
    .replaceAll(/\p{M}|[’']/gu, '')
    .toLowerCase()
    // survey-core rewrites this word wherever it stands in an expression, in a name too.
    .replaceAll('equals', 'equal')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let text = ''
  for (const word of words) {
    const longer = text === '' ? word.slice(0, 40) : `${text}_${word}`
    if (longer.length > 40) break
    text = longer
  }
  if (text === '') return fallback
  return /^[a-z]/.test(text) ? text : `${fallback}_${text}`
}

/** The first of `role`, `role_2`, `role_3`, … that is free. A fallback that stands for no wording is counted from 1. */
export const freeId = (wanted: string, fallback: string, taken: ReadonlySet<string>): string => {
  const countFromOne = wanted === fallback
  for (let count = 1; ; count += 1) {
    const id = count === 1 && !countFromOne ? wanted : `${wanted}_${count}`
    if (!taken.has(id.toLowerCase()) && !reserved.has(id)) return id
  }
}

/** Every name that a new question or page can't have: in use, or once used. Expressions find names whatever their case. */
export const takenNames = (definition: Definition): Set<string> =>
  new Set(
    [
      ...definition.pages.map((page) => page.name),
      ...elementsByName(definition).keys(),
      ...(definition.proforma.retired ?? []),
    ].map((name) => name.toLowerCase()),
  )

/** A name for something new, out of its wording, that nothing in this survey has or ever had. */
export const freshName = (taken: ReadonlySet<string>, wording: string, fallback: string): string =>
  freeId(slug(wording, fallback), fallback, taken)

/** The names remembered as once used, with more. */
export const retire = (definition: Definition, names: readonly string[]): Definition => {
  const retired = [...new Set([...(definition.proforma.retired ?? []), ...names])]
  return names.length === 0 ? definition : { ...definition, proforma: { ...definition.proforma, retired } }
}
