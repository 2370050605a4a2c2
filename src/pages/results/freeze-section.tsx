import { useId, useState } from 'react'
import { Link } from 'wouter'
import { keepFrozen } from '../../device/frozen.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { CountedForm, FormSince, FrozenTables } from '../../tabulation/frozen.ts'
import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import type { Choices } from './choices.ts'
import { freeze } from './freeze.ts'
import type { MadeTables } from './make-tables.ts'
import css from './results.module.css'
import { sinceInWords } from './since-words.ts'

interface FreezeSectionProps {
  readonly survey: SurveyId
  readonly made: MadeTables
  readonly choices: Choices
  readonly counted: readonly CountedForm[]
  readonly frozen: readonly Frozen[]
}

/** Frozen tables with what became of returns since. */
export interface Frozen {
  readonly tables: FrozenTables
  readonly since: readonly FormSince[]
}

/** Freezes what is shown, and lists what was frozen before with what came since. */
export const FreezeSection = ({ survey, made, choices, counted, frozen }: FreezeSectionProps) => {
  const { database, clock, newId } = useDevice()
  const id = useId()
  const [told, setTold] = useState('')
  const onFreeze = async (): Promise<void> => {
    const kept = await keepFrozen(database, freeze({ id: newId(), survey, at: clock(), made, choices, counted }))
    setTold(kept.ok ? 'Frozen. The tables are kept on this device as they are now.' : kept.reason)
  }
  return (
    <section className={`${css.figure} screen-only`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Frozen tables</h2>
      <p className={css.reading}>
        Freeze the tables that you publish. They stay as they are now, and what comes or changes later is listed beside
        them.
      </p>
      {made.shown.some((one) => one.made.ok) ? (
        <p>
          <button type="button" className={button.secondary} onClick={() => void onFreeze()}>
            Freeze these tables
          </button>
        </p>
      ) : null}
      <output>{told}</output>
      {frozen.length === 0 ? null : (
        <ul className={css.frozen}>
          {frozen.map(({ tables: one, since }) => (
            <li key={one.id}>
              <Link href={`/results/${survey}/frozen/${one.id}`}>Frozen {dayAndTime(new Date(one.at), clock())}</Link>
              <span>
                {one.counted.length} {one.counted.length === 1 ? 'return' : 'returns'}
                {one.where === null ? '' : `, only where ${one.where}`}.{' '}
                {sinceInWords(since) ?? 'Nothing came or changed since'}.
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
