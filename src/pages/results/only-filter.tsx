import { mostConditions, type Only } from './choices.ts'
import { ChoosableOptions } from './choosable-options.tsx'
import type { Choosable } from './choosable.ts'
import css from './shown-form.module.css'

interface OnlyFilterProps {
  readonly only: readonly Only[]
  readonly choosable: readonly Choosable[]
  readonly change: (only: readonly Only[]) => void
}

/** Which returns are counted, as sentences of three selects that must all hold. */
export const OnlyFilter = ({ only, choosable, change }: OnlyFilterProps) => {
  const set = (at: number, condition: Only | null): void => {
    const others = [...only.slice(0, at), ...(condition === null ? [] : [condition]), ...only.slice(at + 1)]
    change(others)
  }
  const shown = only.length < mostConditions ? [...only, null] : only
  return (
    <fieldset className={css.only}>
      <legend>Only</legend>
      {shown.map((condition, at) => (
        <Condition
          key={`condition ${String(at)}`}
          number={at + 1}
          condition={condition}
          choosable={choosable}
          change={(changed) => set(at, changed)}
        />
      ))}
    </fieldset>
  )
}

interface ConditionProps {
  readonly number: number
  readonly condition: Only | null
  readonly choosable: readonly Choosable[]
  readonly change: (condition: Only | null) => void
}

const Condition = ({ number, condition, choosable, change }: ConditionProps) => {
  const about = choosable.find(({ id }) => id === condition?.variable)
  const choose = (id: string): void => {
    const [answer] = choosable.find((one) => one.id === id)?.answers ?? []
    change(answer === undefined ? null : { variable: id, is: true, answer: answer.value })
  }
  return (
    <div className={css.condition}>
      <select
        aria-label={`Only, question ${number}`}
        value={condition?.variable ?? ''}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{number === 1 ? 'All returns' : 'and nothing more'}</option>
        <ChoosableOptions choosable={choosable} />
      </select>
      {condition === null || about === undefined ? null : (
        <>
          <select
            aria-label={`Only, is or is not ${number}`}
            value={condition.is ? 'is' : 'is-not'}
            onChange={({ target }) => change({ ...condition, is: target.value === 'is' })}
          >
            <option value="is">is</option>
            <option value="is-not">is not</option>
          </select>
          <select
            aria-label={`Only, answer ${number}`}
            value={condition.answer}
            onChange={({ target }) => change({ ...condition, answer: target.value })}
          >
            {about.answers.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  )
}
