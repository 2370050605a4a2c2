import { slotsOf } from '../coding/slots.ts'
import { statusesOf } from '../engine/statuses.ts'
import { type OnLine, readReturns, type ReturnsFile } from '../export/read-returns.ts'
import type { FileReturn } from '../export/return-lines.ts'
import { checkRevision, type Misfit } from '../response/check-revision.ts'
import type { Returned } from '../response/current.ts'
import { codebook } from '../survey/codebook.ts'
import type { Definition } from '../survey/definition.ts'
import { versionId } from '../survey/version.ts'
import { readText } from './read-text.ts'
import { failed, type Told } from './told.ts'

/** Returns that fit their definition, each with its statuses. */
export interface FittingReturns extends Omit<ReturnsFile, 'returns'> {
  readonly returns: readonly Returned[]
}

export type ReadFittingReturns = { readonly ok: true; readonly file: FittingReturns } | (Told & { readonly ok: false })

/** Reads the returns of one version from a file. The file is taken whole or refused with its first faulty line. */
export const readReturnsFile = async (path: string, definition: Definition): Promise<ReadFittingReturns> => {
  const text = await readText(path)
  if (!text.ok) return failed(text.reason)
  const read = readReturns(text.text, definition.proforma.id)
  if (!read.ok) return failed(`${path}: ${read.reason}.`)
  const { file } = read
  const version = versionId(definition)
  const returns: Returned[] = []
  for (const returned of file.returns) {
    const fault = returned.version === version ? null : otherVersion(returned, version)
    const whole = { ...returned, statuses: returned.statuses ?? statusesOf(definition, returned.answers) }
    const misfit = fault === null ? checkRevision(whole, definition) : null
    const reason = fault ?? (misfit === null ? null : sentences[misfit.reason](misfit.item))
    if (reason !== null) return failedAt(path, returned, reason)
    returns.push(whole)
  }
  return strayTheme(path, definition, file) ?? { ok: true, file: { ...file, returns } }
}

const failedAt = (path: string, { line }: OnLine, reason: string) => failed(`${path}: line ${line}: ${reason}.`)

const otherVersion = ({ version }: FileReturn, given: string): string =>
  `this return answers version ${version.slice(0, 8)} of the survey, and the survey given is version ${given.slice(0, 8)}: ` +
  'answers are read with the version that was filled in, so give that one'

const sentences: { readonly [R in Misfit['reason']]: (item: string) => string } = {
  'unknown-item': (item) => `it answers “${item}”, which the survey does not have`,
  'unknown-answer': (item) => `its answer to “${item}” is not one that the survey offers`,
  'wrong-status': (item) => `its status of “${item}” is missing or does not go with its answer`,
}

/** A theme or a coding that would never be shown is a mistake in the file, and is told rather than passed over. */
const strayTheme = (path: string, definition: Definition, file: ReturnsFile) => {
  const book = codebook(definition)
  for (const theme of file.themes) {
    if (slotsOf(book, theme.of).length === 0) {
      return failedAt(path, theme, `“${theme.of}” is not a question with open-ended answers of its own`)
    }
  }
  for (const coding of file.codings) {
    const grid = file.themes.find(({ id }) => id === coding.theme)?.of ?? ''
    if (!slotsOf(book, grid).some(({ words }) => words === coding.question)) {
      return failedAt(path, coding, `“${coding.question}” holds no open-ended answers of “${grid}”`)
    }
  }
  return null
}
