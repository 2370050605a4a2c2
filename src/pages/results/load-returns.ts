import { changeColumns } from '../../device/change-columns.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { countErased } from '../../device/erase.ts'
import { type OpenColumns, openColumns, type ToldProgress } from '../../device/open-columns.ts'
import { listVersions } from '../../device/versions.ts'
import { readReturns } from '../../export/read-returns.ts'
import type { RevisionId } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { LedgerGroups } from '../../population/ledger.ts'
import { ofTheList } from '../../population/of-the-list.ts'
import { returnsOf } from '../../device/returns.ts'
import { readSealTo } from '../../device/seal-to.ts'
import { isSealed } from '../../protocol/sealed-return.ts'
import { currentReturns } from '../../response/current.ts'
import { freshLedger } from '../population/fresh-ledger.ts'
import type { Version } from '../../survey/version.ts'
import type { Growing } from '../../tabulation/append-columns.ts'
import { encodeSets } from '../../tabulation/entry-columns.ts'
import { tabulable } from '../../tabulation/groups.ts'
import type { Sets } from '../../tabulation/join-columns.ts'
import type { TabulateWith } from '../../tabulation/tabulate.ts'
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
  readonly sets: Sets
  /** What is told with them: themes, codings, notes. */
  readonly given: TabulateWith
  /** How one more is added to them; left out where they are not made of this device's returns alone. */
  readonly growing?: Growing
  /** When the last of them was filled in: ISO 8601, UTC. Null where there is none, or nothing says. */
  readonly lastReturn: string | null
  /** Questions that make no table, each with why. */
  readonly untabled: readonly string[]
  readonly versions: readonly [Version, ...Version[]]
  /** How many were asked, by the survey's ledger; null where it has none. */
  readonly population: number | null
  /** The survey has a list, which says what counts. */
  readonly isListed: boolean
  /** What the list groups those asked by. */
  readonly groups: readonly LedgerGroups[]
  /** The day on which each form was returned, as in `numbers` of its columns; left out until somebody sorts by it. */
  readonly days?: Float64Array
}

export type LoadedOr = Loaded | { readonly ok: false; readonly reason: string }

/** Encodes what this device holds of a survey: the same with and without a network. */
export const loadReturns = async (database: DeviceDatabase, of: ResultsOf, tell?: ToldProgress): Promise<LoadedOr> => {
  const [first, ...more] = await listVersions(database, of.survey)
  if (first === undefined) return { ok: false, reason: 'This device does not have that survey.' }
  const versions = [first, ...more] as const
  const counted =
    of.source === 'example' ? await example(of.survey, versions) : await ownReturns(database, of.survey, versions, tell)
  return counted.ok ? withBook(versions, counted) : counted
}

/** The same after some returns were written or taken out. */
export const changeLoaded = async (
  database: DeviceDatabase,
  of: ResultsOf,
  before: Loaded,
  changed: readonly RevisionId[],
): Promise<LoadedOr> => {
  const { versions, growing, lastReturn, given, population, isListed, groups } = before
  // Invented returns stay as they are, whatever comes.
  if (of.source === 'example') return before
  // With a list, it says what counts: a return more is not one more row.
  if (growing === undefined) return loadReturns(database, of)
  const opened = await changeColumns(database, versions[0].survey, versions, { growing, lastReturn }, changed)
  return opened.ok
    ? withBook(versions, { ...fromColumns(opened.columns), given, population, isListed, groups })
    : opened
}

type Counted = Pick<Loaded, 'sets' | 'growing' | 'given' | 'lastReturn' | 'population' | 'isListed' | 'groups'>

const fromColumns = ({ growing, lastReturn }: OpenColumns): Pick<Counted, 'sets' | 'growing' | 'lastReturn'> => ({
  sets: growing.sets,
  growing,
  lastReturn,
})

type CountedOr = (Counted & { readonly ok: true }) | { readonly ok: false; readonly reason: string }

const withBook = (
  versions: Loaded['versions'],
  { sets, growing, given, lastReturn, population, isListed, groups }: Counted,
): Loaded => ({
  ok: true,
  title: sets[0].codebook.title,
  units: (versions.at(-1) ?? versions[0]).definition.proforma.units,
  sets,
  ...(growing === undefined ? {} : { growing }),
  given,
  lastReturn,
  population,
  isListed,
  groups,
  versions,
  untabled: sets.flatMap(({ codebook }) =>
    codebook.groups.flatMap((group) => {
      const able = tabulable(codebook, group)
      return able.ok ? [] : [able.reason]
    }),
  ),
})

const ownReturns = async (
  database: DeviceDatabase,
  survey: SurveyId,
  versions: readonly Version[],
  tell?: ToldProgress,
): Promise<CountedOr> => {
  const notes = [...withdrawnNotes(await countErased(database, survey)), ...(await sealedNotes(database, survey))]
  const ledger = await freshLedger(database, survey)
  if (ledger !== null) {
    const listed = ofTheList(
      (await returnsOf(database, survey)).filter((each) => !isSealed(each)),
      ledger,
    )
    const encoded = encodeSets(versions, listed.returns)
    if (!encoded.ok) return encoded
    const lastReturn =
      listed.returns
        .map(({ returnedAt }) => returnedAt)
        .toSorted()
        .at(-1) ?? null
    const { population } = listed
    return {
      ok: true,
      sets: encoded.sets,
      given: { notes: [...listed.notes, ...notes] },
      lastReturn,
      population,
      isListed: true,
      groups: ledger.groups ?? [],
    }
  }
  const opened = await openColumns(database, survey, versions, tell)
  return opened.ok
    ? { ok: true, ...fromColumns(opened.columns), given: { notes }, population: null, isListed: false, groups: [] }
    : opened
}

/** A tablet that seals what it collects counts less than the server does, and says so. */
const sealedNotes = async (database: DeviceDatabase, survey: SurveyId): Promise<readonly string[]> => {
  if ((await readSealTo(database)) === null) return []
  const sealed = currentReturns(await returnsOf(database, survey)).filter(isSealed).length
  if (sealed === 0) return []
  return [`${sealed} returned ${sealed === 1 ? 'form is' : 'forms are'} sealed on this tablet and not counted here.`]
}

const example = async (survey: SurveyId, versions: readonly Version[]): Promise<CountedOr> => {
  const text = await exampleReturns(survey)
  if (text === null) return { ok: false, reason: 'No example comes with this survey.' }
  const read = readReturns(text, survey)
  if (!read.ok) return read
  const { about, returns, themes, codings } = read.file
  const whole = returns.flatMap(({ statuses, ...rest }) => (statuses === null ? [] : [{ ...rest, statuses }]))
  if (whole.length < returns.length) return { ok: false, reason: 'The example does not say why its items are empty.' }
  const notes = about === null || about.note === null ? [] : [about.note]
  const encoded = encodeSets(versions, whole)
  return encoded.ok
    ? {
        ok: true,
        sets: encoded.sets,
        given: { themes, codings, notes },
        lastReturn: null,
        population: null,
        isListed: false,
        groups: [],
      }
    : encoded
}
