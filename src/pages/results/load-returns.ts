import type { DeviceDatabase } from '../../device/database.ts'
import { countErased } from '../../device/erase.ts'
import { returnsOf } from '../../device/returns.ts'
import { listVersions } from '../../device/versions.ts'
import type { Columns } from '../../tabulation/columns.ts'
import type { TabulateWith } from '../../tabulation/tabulate.ts'
import { readReturns } from '../../export/read-returns.ts'
import type { Returned } from '../../response/current.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { encodeSets } from '../../tabulation/entry-columns.ts'
import { tabulable } from '../../tabulation/groups.ts'
import { withdrawnNotes } from '../../tabulation/withdrawn-notes.ts'
import { exampleReturns } from '../app/shipped-surveys.ts'

/** Which returns are counted: those of this device and the server, or the invented ones that ship. */
export interface ResultsOf {
  readonly survey: SurveyId
  readonly source: 'returns' | 'example'
}

/** Every return of a survey, encoded: what its tables are counted from. */
export interface Loaded {
  readonly ok: true
  readonly title: string
  readonly units: 'people' | 'organisations'
  /** The forms, and the entries of each repeated group. */
  readonly sets: readonly [Columns, ...Columns[]]
  /** What is told with them: themes, codings, notes. */
  readonly given: TabulateWith
  /** When the last of them was filled in: ISO 8601, UTC. Null where there is none, or nothing says. */
  readonly lastReturn: string | null
  /** Questions that make no table, each with why. */
  readonly untabled: readonly string[]
}

export type LoadedOr = Loaded | { readonly ok: false; readonly reason: string }

/** Reads and encodes what this device holds of a survey: the same with and without a network. */
export const loadReturns = async (database: DeviceDatabase, of: ResultsOf): Promise<LoadedOr> => {
  const versions = await listVersions(database, of.survey)
  const newest = versions.at(-1)
  if (newest === undefined) return { ok: false, reason: 'This device does not have that survey.' }
  const counted = of.source === 'example' ? await example(of.survey) : await ownReturns(database, of.survey)
  if (!counted.ok) return counted
  const encoded = encodeSets(versions, counted.returns)
  if (!encoded.ok) return encoded
  return {
    ok: true,
    title: encoded.sets[0].codebook.title,
    units: newest.definition.proforma.units,
    sets: encoded.sets,
    given: counted.given,
    lastReturn: counted.lastReturn,
    untabled: encoded.sets.flatMap(({ codebook }) =>
      codebook.groups.flatMap((group) => {
        const able = tabulable(codebook, group)
        return able.ok ? [] : [able.reason]
      }),
    ),
  }
}

interface Counted {
  readonly ok: true
  readonly returns: readonly Returned[]
  readonly given: TabulateWith
  readonly lastReturn: string | null
}

type CountedOr = Counted | { readonly ok: false; readonly reason: string }

const ownReturns = async (database: DeviceDatabase, survey: SurveyId): Promise<CountedOr> => {
  const returns = await returnsOf(database, survey)
  const notes = withdrawnNotes(await countErased(database, survey))
  return { ok: true, returns, given: { notes }, lastReturn: latest(returns.map(({ returnedAt }) => returnedAt)) }
}

const example = async (survey: SurveyId): Promise<CountedOr> => {
  const text = await exampleReturns(survey)
  if (text === null) return { ok: false, reason: 'No example comes with this survey.' }
  const read = readReturns(text, survey)
  if (!read.ok) return read
  const { about, returns, themes, codings } = read.file
  const whole = returns.flatMap(({ statuses, ...rest }) => (statuses === null ? [] : [{ ...rest, statuses }]))
  if (whole.length < returns.length) return { ok: false, reason: 'The example does not say why its items are empty.' }
  const notes = about === null || about.note === null ? [] : [about.note]
  return { ok: true, returns: whole, given: { themes, codings, notes }, lastReturn: null }
}

const latest = (times: readonly string[]): string | null => [...times].sort().at(-1) ?? null
