import { useId } from 'react'
import { mostMargins, type Weighing } from './choices.ts'
import { ChoosableOptions } from './choosable-options.tsx'
import type { Choosable } from './choosable.ts'
import { isListGroup } from './list-groups.ts'
import css from './shown-form.module.css'

interface WeightsFormProps {
  readonly weigh: readonly Weighing[]
  readonly toWeighBy: readonly Choosable[]
  /** Why nothing is weighted. */
  readonly problem: string | null
  readonly change: (weigh: readonly Weighing[]) => void
}

/** What forms are weighted by: up to three questions or columns of the list, and what their groups should come to. */
export const WeightsForm = ({ weigh, toWeighBy, problem, change }: WeightsFormProps) => {
  const id = useId()
  if (toWeighBy.length === 0) return null
  const set = (at: number, one: Weighing | null): void =>
    change([...weigh.slice(0, at), ...(one === null ? [] : [one]), ...weigh.slice(at + 1)])
  const shown = weigh.length < mostMargins ? [...weigh, null] : weigh
  return (
    <fieldset className={css.part} aria-describedby={problem === null ? undefined : `${id}-problem`}>
      <legend>Weights</legend>
      <p className={css.hint}>Shares by weights stand beside the counts, which stay as they are.</p>
      {problem === null ? null : (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
      {shown.map((one, at) => (
        <Margin
          key={`margin ${String(at)}`}
          number={at + 1}
          weighing={one}
          toWeighBy={toWeighBy.filter(({ id: by }) => by === one?.by || weigh.every((other) => other.by !== by))}
          change={(changed) => set(at, changed)}
        />
      ))}
    </fieldset>
  )
}

interface MarginProps {
  readonly number: number
  readonly weighing: Weighing | null
  readonly toWeighBy: readonly Choosable[]
  readonly change: (weighing: Weighing | null) => void
}

const Margin = ({ number, weighing, toWeighBy, change }: MarginProps) => {
  const id = useId()
  const about = toWeighBy.find((one) => one.id === weighing?.by)
  const choose = (by: string): void => {
    const answers = toWeighBy.find((one) => one.id === by)?.answers
    if (answers === undefined) return change(null)
    change({ by, targets: isListGroup(by) ? null : new Map(answers.map(({ value }) => [value, ''])) })
  }
  return (
    <div className={css.choices}>
      <label className={css.choice} htmlFor={`${id}-by`}>
        {number === 1 ? 'Weight by' : 'And by'}
        <select id={`${id}-by`} value={weighing?.by ?? ''} onChange={({ target }) => choose(target.value)}>
          <option value="">{number === 1 ? 'Not weighted' : 'Nothing more'}</option>
          <ChoosableOptions choosable={toWeighBy} />
        </select>
      </label>
      {weighing === null || about === undefined ? null : weighing.targets === null ? (
        <p className={css.hint}>By how many of each were asked, as the list says.</p>
      ) : (
        <Targets about={about} weighing={weighing} change={change} />
      )}
    </div>
  )
}

interface TargetsProps {
  readonly about: Choosable
  readonly weighing: Weighing
  readonly change: (weighing: Weighing) => void
}

const Targets = ({ about, weighing, change }: TargetsProps) => {
  const id = useId()
  return (
    <fieldset className={css.targets}>
      <legend>What each should come to: counts or shares</legend>
      {about.answers.map(({ value, label }) => (
        <label key={value} className={css.target} htmlFor={`${id}-${value}`}>
          {label}
          <input
            id={`${id}-${value}`}
            inputMode="decimal"
            autoComplete="off"
            value={weighing.targets?.get(value) ?? ''}
            onChange={({ target }) =>
              change({ ...weighing, targets: new Map([...(weighing.targets ?? []), [value, target.value]]) })
            }
          />
        </label>
      ))}
    </fieldset>
  )
}
