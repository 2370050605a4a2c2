import { useId } from 'react'
import type { Policy } from '../../tabulation/disclosure/policy.ts'
import type { Shows } from '../../tabulation/table.ts'
import { Tick } from '../collect/controls/tick.tsx'
import type { Choices } from './choices.ts'
import { ChoosableOptions } from './choosable-options.tsx'
import type { Choosable } from './choosable.ts'
import { CompareForm } from './compare-form.tsx'
import { ProtectChoice } from './protect-choice.tsx'
import { OnlyFilter } from './only-filter.tsx'
import results from './results.module.css'
import css from './shown-form.module.css'
import { WeightsForm } from './weights-form.tsx'

interface ShownFormProps {
  readonly choices: Choices
  readonly change: (changed: Partial<Choices>) => void
  readonly toSortBy: readonly Choosable[]
  readonly toChooseBy: readonly Choosable[]
  readonly units: 'people' | 'organisations'
  readonly policy: Policy
  readonly askedProblem: string | null
  readonly weightProblem: string | null
  /** Whether shares stand beside the counts of most tables now. */
  readonly isPercent: boolean
}

const bases: { readonly [B in Shows['base']]: string } = {
  'all returned': 'All who returned',
  'all asked': 'All who were asked the question',
  'valid answers': 'All who answered the question',
}

/** What is shown: three choices in sight, the rest under More options. Each takes effect at once. */
export const ShownForm = (props: ShownFormProps) => {
  const { choices, change, toSortBy, toChooseBy, policy, units, askedProblem, weightProblem, isPercent } = props
  const id = useId()
  return (
    <section className={`${css.shown} screen-only`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>What is shown</h2>
      <div className={css.choices}>
        <label className={css.choice} htmlFor={`${id}-by`}>
          Sorted by
          <select
            id={`${id}-by`}
            value={choices.by ?? ''}
            onChange={({ target }) => change({ by: target.value || null, andBy: null })}
          >
            <option value="">Not sorted: all together</option>
            <ChoosableOptions choosable={toSortBy} />
          </select>
        </label>
        {choices.by === null ? null : (
          <label className={css.choice} htmlFor={`${id}-then`}>
            Then by
            <select
              id={`${id}-then`}
              value={choices.andBy ?? ''}
              onChange={({ target }) => change({ andBy: target.value || null })}
            >
              <option value="">Nothing more</option>
              <ChoosableOptions choosable={toSortBy.filter((one) => one.id !== choices.by)} />
            </select>
          </label>
        )}
        <OnlyFilter only={choices.only} choosable={toChooseBy} change={(only) => change({ only })} />
        <div className={css.choice}>
          <label htmlFor={`${id}-asked`}>How many were asked</label>
          <span id={`${id}-asked-hint`} className={css.hint}>
            Leave it empty if you do not know.
          </span>
          {askedProblem === null ? null : (
            <span id={`${id}-asked-problem`} className={css.problem}>
              {askedProblem}
            </span>
          )}
          <input
            id={`${id}-asked`}
            inputMode="numeric"
            autoComplete="off"
            value={choices.asked}
            aria-invalid={askedProblem === null ? undefined : true}
            aria-describedby={askedProblem === null ? `${id}-asked-hint` : `${id}-asked-hint ${id}-asked-problem`}
            onChange={({ target }) => change({ asked: target.value })}
          />
        </div>
      </div>
      <details>
        <summary>More options</summary>
        <div className={css.choices}>
          <label className={css.choice} htmlFor={`${id}-base`}>
            What is 100 %
            <select
              id={`${id}-base`}
              value={choices.base}
              onChange={({ target }) => change({ base: target.value as Shows['base'] })}
            >
              {Object.entries(bases).map(([base, label]) => (
                <option key={base} value={base}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label className={css.choice} htmlFor={`${id}-order`}>
            Order of the rows
            <select
              id={`${id}-order`}
              value={choices.order}
              onChange={({ target }) => change({ order: target.value as Choices['order'] })}
            >
              <option value="asked">As asked</option>
              <option value="count">By count of the first answer</option>
              <option value="hand">By hand, as set under each table</option>
            </select>
          </label>
          <label className={css.choice} htmlFor={`${id}-bars`}>
            Bars
            <select
              id={`${id}-bars`}
              value={choices.bars}
              onChange={({ target }) => change({ bars: target.value as Choices['bars'] })}
            >
              <option value="share">Each as long as the other: shares</option>
              <option value="count">As long as their count</option>
            </select>
          </label>
          <ProtectChoice policy={policy} change={(protect) => change({ protect })} />
          <label className={css.tick} htmlFor={`${id}-percent`}>
            <Tick
              kind="checkbox"
              id={`${id}-percent`}
              name="percent"
              on={isPercent}
              onChange={() => change({ percent: !isPercent })}
            />
            Percentages beside the numbers
          </label>
          <label className={css.tick} htmlFor={`${id}-apart`}>
            <Tick
              kind="checkbox"
              id={`${id}-apart`}
              name="apart"
              on={choices.apart}
              onChange={() => change({ apart: !choices.apart })}
            />
            Tell non-response apart: left blank, refused, don’t know
          </label>
          <label className={css.tick} htmlFor={`${id}-tests`}>
            <Tick
              kind="checkbox"
              id={`${id}-tests`}
              name="tests"
              on={choices.tests}
              onChange={() => change({ tests: !choices.tests })}
            />
            Test whether differences are more than chance
          </label>
        </div>
        <CompareForm own={choices.own} toCompare={toCompare(toSortBy)} change={(own) => change({ own })} />
        <WeightsForm
          weigh={choices.weigh}
          toWeighBy={toCompare(toSortBy)}
          problem={weightProblem}
          change={(weigh) => change({ weigh })}
        />
        <p className={css.hint}>Percentages start off where fewer than 50 are counted: a share would say too much.</p>
      </details>
      <p className={policy === 'none' && units === 'people' ? results.warning : css.hint}>
        {protection(policy, units)}
      </p>
    </section>
  )
}

/** What has groups to compare or weight by: each form is in one of them at most. */
const toCompare = (toSortBy: readonly Choosable[]): readonly Choosable[] =>
  toSortBy.filter(({ isTicked, answers }) => !isTicked && answers.length > 0)

const protection = (policy: Policy, units: ShownFormProps['units']): string => {
  if (policy !== 'none') return 'Small numbers are protected on this page and in every file you take away.'
  return units === 'people'
    ? 'Every number is shown. Small numbers can tell who a person is: protect them before you share a table.'
    : 'Nothing is hidden: this survey asks organisations, and they answer for themselves in the open.'
}
