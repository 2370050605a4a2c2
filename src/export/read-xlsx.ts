import { strFromU8, unzipSync } from 'fflate'
import type { CsvLine, ReadCsv } from './read-csv.ts'

/** What a workbook may come to when it is unpacked: a list of people is far smaller. */
const mostBytes = 40 * 1024 * 1024

/**
 * Reads the first sheet of an Excel workbook (ECMA-376) as lines of text, formulas by the value they last had. Only the
 * sheets and their texts are unpacked.
 */
export const readXlsx = (file: Uint8Array): ReadCsv => {
  let parts: { readonly [path: string]: Uint8Array }
  let bytes = 0
  try {
    parts = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(sharedStrings\.xml|worksheets\/sheet\d+\.xml)$/.test(name)) return false
        bytes += originalSize
        return bytes <= mostBytes
      },
    })
  } catch {
    return { ok: false, reason: 'this is not an Excel workbook' }
  }
  if (bytes > mostBytes) return { ok: false, reason: 'this workbook is too large' }
  const first = Object.keys(parts)
    .filter((path) => path.startsWith('xl/worksheets/'))
    .sort((a, b) => numberIn(a) - numberIn(b))[0]
  if (first === undefined) return { ok: false, reason: 'this is not an Excel workbook' }
  const shared = textOf(parts, 'xl/sharedStrings.xml').match(/<si\b[^>]*?(?:\/>|>[^]*?<\/si>)/g) ?? []
  const strings = shared.map(words)
  const lines: CsvLine[] = []
  for (const [at, row] of [...textOf(parts, first).matchAll(/<row\b([^>]*?)(?:\/>|>([^]*?)<\/row>)/g)].entries()) {
    const cells: string[] = []
    for (const [whole, attributes = '', inner = ''] of (row[2] ?? '').matchAll(/<c\b([^>]*?)(?:\/>|>([^]*?)<\/c>)/g)) {
      const column = columnOf(/\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1]) ?? cells.length
      while (cells.length < column) cells.push('')
      cells.push(cellText(attributes, inner, whole, strings))
    }
    const line = Number(/\br="(\d{1,7})"/.exec(row[1] ?? '')?.[1] ?? at + 1)
    if (cells.some((cell) => cell !== '')) lines.push({ line, cells })
  }
  return { ok: true, lines }
}

const numberIn = (path: string): number => Number(/\d+/.exec(path)?.[0] ?? 0)

const textOf = (parts: { readonly [path: string]: Uint8Array }, path: string): string => {
  const part = parts[path]
  return part === undefined ? '' : strFromU8(part)
}

const cellText = (attributes: string, inner: string, whole: string, strings: readonly string[]): string => {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n'
  if (type === 'inlineStr') return words(whole)
  const value = unescaped(/<v\b[^>]*>([^]*?)<\/v>/.exec(inner)?.[1] ?? '')
  return type === 's' ? (strings[Number(value)] ?? '') : value
}

/** The texts of a rich or plain string, without how it is pronounced. */
const words = (xml: string): string =>
  [...xml.replaceAll(/<rPh\b[^]*?<\/rPh>/g, '').matchAll(/<t\b[^>]*>([^]*?)<\/t>/g)]
    .map(([, text = '']) => unescaped(text))
    .join('')

const entities: { readonly [name: string]: string } = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const unescaped = (xml: string): string =>
  xml.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return Number.isNaN(code) ? (entities[name] ?? whole) : code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
    },
  )

const columnOf = (letters: string | undefined): number | null => {
  if (letters === undefined) return null
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return column < 1000 ? column : null
}
