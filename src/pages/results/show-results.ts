import { changedSince, type FormSince, type FrozenTables, nearlySame } from '../../tabulation/frozen.ts'
import { type Choices, readChoices } from './choices.ts'
import { choosable } from './choosable.ts'
import type { Loaded } from './load-returns.ts'
import { countedAs, makeTables } from './make-tables.ts'
import type { ShownResults, Since } from './results-messages.ts'

/** What a page shows of returns as it was chosen, beside what was frozen of them before. */
export const showResults = (loaded: Loaded, frozen: readonly FrozenTables[], choices: Choices): ShownResults => {
  const made = makeTables(loaded, choices)
  // Which forms are counted is a long list: without frozen tables nobody asks.
  const counted = frozen.length === 0 ? [] : countedAs(loaded, choices)
  const { title, units, lastReturn, untabled, sets } = loaded
  return {
    title,
    units,
    lastReturn,
    untabled,
    returned: sets[0].responses.length,
    population: loaded.population,
    ...choosable(sets[0], loaded.groups, lastReturn !== null),
    made,
    alike: nearlySame(frozen, counted, made.policy).map(({ frozen: { id, at }, forms }) => ({ id, at, forms })),
    frozen: frozen.map(({ id, at, where, counted: then, choices: chosen }) => ({
      id,
      at,
      where,
      counted: then.length,
      since: sinceOf(changedSince(then, countedAs(loaded, readChoices(chosen)))),
    })),
  }
}

/** How many returns are named one by one. */
const mostNamed = 50

const sinceOf = (since: readonly FormSince[]): Since => {
  const count = (which: FormSince['what']): number => since.filter(({ what }) => what === which).length
  return {
    counts: { came: count('came'), changed: count('changed'), gone: count('gone') },
    named: since.slice(0, mostNamed),
  }
}
