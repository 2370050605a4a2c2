import { compareColumns } from '../../device/compare-columns.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { keepFrozen, listFrozen } from '../../device/frozen.ts'
import { type Changes, watchChanges } from '../../device/watch-changes.ts'
import { readChoices } from './choices.ts'
import { freeze } from './freeze.ts'
import { changeLoaded, type LoadedOr, loadReturns, type ResultsOf } from './load-returns.ts'
import { countedAs, makeTables } from './make-tables.ts'
import type { Ask, Told } from './results-messages.ts'
import { asksForDays, returnedDays } from './returned-days.ts'
import { showResults } from './show-results.ts'

type Answer = (ask: Exclude<Ask, { kind: 'open' }>) => Promise<void>

/**
 * Counts the returns of a survey for a page: reads them once, then hears of every change. Only the last choice that came
 * is shown.
 */
export const resultsSession = (database: DeviceDatabase, of: ResultsOf, tell: (told: Told) => void): Answer => {
  let waiting: Changes = null
  let isWaiting = true
  let loaded: LoadedOr | null = null
  let choices: string | null = null

  /** Takes in what was written since; what comes meanwhile is taken in after it. */
  const upToDate = async (): Promise<LoadedOr> => {
    while (isWaiting || loaded === null) {
      const changes = waiting
      isWaiting = false
      waiting = []
      loaded =
        changes === null || loaded?.ok !== true
          ? await loadReturns(database, of, (done, all) => tell({ kind: 'progress', done, of: all }))
          : await changeLoaded(database, of, loaded, changes)
    }
    return loaded
  }

  /** When forms were returned stands in the rows alone: it is read when somebody sorts by it. */
  const withDays = async (now: LoadedOr, chosen: string): Promise<LoadedOr> => {
    if (!now.ok || now.days !== undefined || !asksForDays(readChoices(chosen))) return now
    const dated = { ...now, days: await returnedDays(database, now.sets[0].revisions) }
    if (loaded === now) loaded = dated
    return dated
  }

  const show = async (): Promise<void> => {
    if (choices === null) return
    const now = await withDays(await upToDate(), choices)
    if (!now.ok) return tell({ kind: 'refused', reason: now.reason })
    // Invented returns are never published, and so never frozen.
    const frozen = of.source === 'example' ? [] : await listFrozen(database, of.survey)
    tell({ kind: 'shown', shown: showResults(now, frozen, readChoices(choices)) })
    if (!isCompared) void compare()
  }

  let isCompared = of.source === 'example'
  /** Apart from the turns: nobody waits for it, and as a rule it finds nothing. */
  const compare = async (): Promise<void> => {
    isCompared = true
    if (await compareColumns(database, of.survey, new Date()).catch(() => true)) return
    waiting = null
    isWaiting = true
    await next(show)
  }

  const freezeNow = async ({ choices: chosen, id, at }: Extract<Ask, { kind: 'freeze' }>): Promise<void> => {
    const now = await withDays(await upToDate(), chosen)
    if (!now.ok) return tell({ kind: 'refused', reason: now.reason })
    const as = readChoices(chosen)
    const { survey } = of
    const made = makeTables(now, as)
    const kept = await keepFrozen(database, freeze({ id, survey, at, made, choices: as, counted: countedAs(now, as) }))
    tell({ kind: 'frozen', kept })
  }

  let turn: Promise<void> = Promise.resolve()
  const next = (act: () => Promise<void>): Promise<void> => {
    turn = turn
      .then(act)
      .catch(() => tell({ kind: 'refused', reason: 'The returns could not be read. Reload the page.' }))
    return turn
  }
  watchChanges(database, (changes) => {
    waiting = waiting === null || changes === null ? null : [...waiting, ...changes]
    if (isWaiting) return
    isWaiting = true
    void next(show)
  })
  return (ask) => {
    if (ask.kind === 'freeze') return next(() => freezeNow(ask))
    ;({ choices } = ask)
    return next(() => (choices === ask.choices ? show() : Promise.resolve()))
  }
}
