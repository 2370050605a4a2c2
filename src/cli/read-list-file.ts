import { readFile } from 'node:fs/promises'
import { readCsv } from '../export/read-csv.ts'
import { readXlsx } from '../export/read-xlsx.ts'
import { type ReadList, readList } from '../population/read-list.ts'
import { readText } from './read-text.ts'
import { failed, type Told } from './told.ts'

type ReadListFile = { readonly ok: true; readonly list: ReadList } | (Told & { readonly ok: false })

/** Reads a population from a CSV file or an Excel workbook, told by its name. */
export const readListFile = async (path: string): Promise<ReadListFile> => {
  const text = /\.xlsx$/i.test(path) ? null : await readText(path)
  if (text !== null && !text.ok) return failed(text.reason)
  const lines = text === null ? await workbook(path) : readCsv(text.text)
  if (!lines.ok) return failed(`${path}: ${lines.reason}.`)
  const list = readList(lines.lines, 'name')
  return list.members.length === 0 ? failed(`${path}: there is nobody on this list.`) : { ok: true, list }
}

const workbook = async (path: string): Promise<ReturnType<typeof readXlsx>> => {
  const bytes = await readFile(path).catch(() => null)
  return bytes === null ? { ok: false, reason: 'this file cannot be read' } : readXlsx(bytes)
}
