import { useId } from 'react'
import { Link } from 'wouter'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import type { FrozenSince } from './results-messages.ts'
import list from './freeze-section.module.css'
import css from './results.module.css'
import { sinceInWords } from './since-words.ts'

interface FreezeSectionProps {
  readonly survey: SurveyId
  readonly frozen: readonly FrozenSince[]
  /** Null where no table is shown. */
  readonly freeze: (() => void) | null
  /** What became of the last freezing. */
  readonly told: string
}

/** Freezes what is shown, and lists what was frozen before with what came since. */
export const FreezeSection = ({ survey, frozen, freeze, told }: FreezeSectionProps) => {
  const { clock } = useDevice()
  const id = useId()
  return (
    <section className={`${css.figure} screen-only`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Frozen tables</h2>
      <p className={css.reading}>
        Freeze the tables that you publish. They stay as they are now, and what comes or changes later is listed beside
        them.
      </p>
      {freeze === null ? null : (
        <p>
          <button type="button" className={button.secondary} onClick={freeze}>
            Freeze these tables
          </button>
        </p>
      )}
      <output>{told}</output>
      {frozen.length === 0 ? null : (
        <ul className={list.frozen}>
          {frozen.map((one) => (
            <li key={one.id}>
              <Link href={`/results/${survey}/frozen/${one.id}`}>Frozen {dayAndTime(new Date(one.at), clock())}</Link>
              <span>
                {one.counted} {one.counted === 1 ? 'return' : 'returns'}
                {one.where === null ? '' : `, only where ${one.where}`}.{' '}
                {sinceInWords(one.since) ?? 'Nothing came or changed since'}.
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
