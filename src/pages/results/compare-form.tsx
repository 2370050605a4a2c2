import { useId } from 'react'
import { Tick } from '../collect/controls/tick.tsx'
import type { Own } from './choices.ts'
import { ChoosableOptions } from './choosable-options.tsx'
import type { Choosable } from './choosable.ts'
import css from './shown-form.module.css'

interface CompareFormProps {
  readonly own: Own | null
  readonly toCompare: readonly Choosable[]
  readonly change: (own: Own | null) => void
}

const scopes: { readonly [S in Own['scope']]: string } = {
  all: 'All together',
  mine: 'Ours alone',
  rest: 'Ours against the rest',
}

/** One's own authority, or any other group, against all the others. */
export const CompareForm = ({ own, toCompare, change }: CompareFormProps) => {
  const id = useId()
  const about = toCompare.find((one) => one.id === own?.by)
  const choose = (by: string): void => {
    const [first] = toCompare.find((one) => one.id === by)?.answers ?? []
    change(first === undefined ? null : { by, is: first.value, scope: 'rest', once: false })
  }
  if (toCompare.length === 0) return null
  return (
    <fieldset className={css.part}>
      <legend>Ours against the others</legend>
      <div className={css.choices}>
        <label className={css.choice} htmlFor={`${id}-by`}>
          Told apart by
          <select id={`${id}-by`} value={own?.by ?? ''} onChange={({ target }) => choose(target.value)}>
            <option value="">Not compared</option>
            <ChoosableOptions choosable={toCompare} />
          </select>
        </label>
        {own === null || about === undefined ? null : (
          <>
            <label className={css.choice} htmlFor={`${id}-is`}>
              Ours is
              <select id={`${id}-is`} value={own.is} onChange={({ target }) => change({ ...own, is: target.value })}>
                {about.answers.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <label className={css.choice} htmlFor={`${id}-scope`}>
              Show
              <select
                id={`${id}-scope`}
                value={own.scope}
                onChange={({ target }) => change({ ...own, scope: target.value as Own['scope'] })}
              >
                {Object.entries(scopes).map(([scope, label]) => (
                  <option key={scope} value={scope}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <label className={css.tick} htmlFor={`${id}-once`}>
              <Tick
                kind="checkbox"
                id={`${id}-once`}
                name="once"
                on={own.once}
                onChange={() => change({ ...own, once: !own.once })}
              />
              Each of them counts once, however many forms it has
            </label>
          </>
        )}
      </div>
    </fieldset>
  )
}
