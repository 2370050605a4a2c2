import { isList, type Json } from './json.ts'

/**
 * The one text of a JSON value, so that equal values have equal digests: RFC 8785, "JSON Canonicalization Scheme".
 * Keys are sorted by UTF-16 code unit; numbers and strings are written as ECMAScript writes them. `undefined` members
 * are left out, as JSON.stringify does.
 *
 * @throws RangeError for NaN, infinities and lone surrogates, which JSON cannot carry.
 * @example canonicalJson({ b: [1, 'x'], a: null }) // '{"a":null,"b":[1,"x"]}'
 */
export const canonicalJson = (value: Json): string => {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new RangeError('A lone surrogate cannot be written as JSON')
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as JSON`)
      return JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'object':
      return value === null ? 'null' : isList(value) ? `[${value.map(canonicalJson).join(',')}]` : object(value)
    default:
      throw new RangeError(`A ${typeof value} cannot be written as JSON`)
  }
}

const object = (value: { readonly [key: string]: Json | undefined }): string => {
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : [`${canonicalJson(key)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}
