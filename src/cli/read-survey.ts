import { openDefinition } from '../engine/open-definition.ts'
import type { Definition } from '../survey/definition.ts'
import { parseJson } from '../survey/json.ts'
import { readText } from './read-text.ts'
import { failed, type Told } from './told.ts'

export type ReadSurvey = { readonly ok: true; readonly definition: Definition } | (Told & { readonly ok: false })

/** Reads and opens a definition. Where it does not open, each finding is a line that starts with the file. */
export const readSurvey = async (path: string): Promise<ReadSurvey> => {
  const read = await readText(path)
  if (!read.ok) return failed(read.reason)
  const parsed = parseJson(read.text.replace(/^\uFEFF/, ''))
  if (!parsed.ok) return failed(`${path}: ${parsed.reason}.`)
  const opened = openDefinition(parsed.value)
  if (opened.ok) return opened
  return failed(
    opened.findings.map(({ where, reason }) => `${path}: ${where === '' ? '' : `${where}: `}${reason}`).join('\n'),
  )
}
