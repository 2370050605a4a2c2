import {
  type Code,
  type Codebook,
  codebook,
  type Level,
  type Variable,
  type VariableGroup,
} from '../survey/codebook.ts'
import type { Version } from '../survey/version.ts'

/** A version that answers are read with; its number is null where only the definition is at hand, as in a file. */
export type KnownVersion = Pick<Version, 'id' | 'definition'> & { readonly number: number | 'draft' | null }

/** The codebook of several versions as one: by variable id, and within a variable by the value of the code. */
export interface MergedCodebook extends Codebook {
  /** Of each version, oldest first, the variables it asked. */
  readonly versions: readonly AskedInVersion[]
}

export interface AskedInVersion {
  readonly id: Version['id']
  readonly label: string
  readonly variables: ReadonlyMap<string, Variable>
}

/** How a version is named beside a table: `version 2`, or by the start of its hash where its number is not known. */
const versionLabel = ({ id, number }: Pick<KnownVersion, 'id' | 'number'>): string =>
  number === 'draft' ? 'draft' : number === null ? `version ${id.slice(0, 8)}` : `version ${number}`

/**
 * Merges the codebooks of versions, given oldest first. The newest wording and order stand; what only older versions
 * asked or offered follows after, so that no answer loses its place.
 */
export const mergeVersions = (versions: readonly KnownVersion[]): MergedCodebook => {
  const oldestFirst = versions.map((version) => ({ version, book: codebook(version.definition) }))
  const books = oldestFirst.map(({ book }) => book).toReversed()
  return {
    title: books[0]?.title ?? '',
    groups: mergedGroups(books),
    variables: mergedVariables(books),
    levels: mergedLevels(books),
    versions: oldestFirst.map(({ version, book }) => ({
      id: version.id,
      label: versionLabel(version),
      variables: new Map(book.variables.map((variable) => [variable.id, variable])),
    })),
  }
}

const mergedGroups = (newestFirst: readonly Codebook[]): readonly VariableGroup[] => {
  const groups = new Map<string, VariableGroup>()
  for (const group of newestFirst.flatMap((book) => book.groups)) {
    const known = groups.get(group.id)
    groups.set(
      group.id,
      known === undefined ? group : { ...known, variables: [...new Set([...known.variables, ...group.variables])] },
    )
  }
  return [...groups.values()]
}

const mergedVariables = (newestFirst: readonly Codebook[]): readonly Variable[] => {
  const variables = new Map<string, Variable>()
  for (const variable of newestFirst.flatMap((book) => book.variables)) {
    const known = variables.get(variable.id)
    variables.set(
      variable.id,
      known === undefined ? variable : { ...known, codes: mergeCodes([known.codes, variable.codes]) },
    )
  }
  return [...variables.values()]
}

/** The levels of every version, by id; what is in them is merged by whoever counts them: entries have a base of their own. */
const mergedLevels = (newestFirst: readonly Codebook[]): readonly Level[] => {
  const levels = new Map<string, Level>()
  for (const level of newestFirst.flatMap((book) => book.levels)) if (!levels.has(level.id)) levels.set(level.id, level)
  return [...levels.values()]
}

/** Every code once, by its value: a later list adds only what the lists before it do not have. */
export const mergeCodes = (lists: readonly (readonly Code[])[]): readonly Code[] => {
  const codes = new Map<string, Code>()
  for (const code of lists.flat()) if (!codes.has(String(code.value))) codes.set(String(code.value), code)
  return [...codes.values()]
}
