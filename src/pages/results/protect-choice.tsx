import { useId, useState } from 'react'
import type { Policy } from '../../tabulation/disclosure/policy.ts'
import { type NamedPolicy, ownLimit, ownLimits } from './choices.ts'
import css from './shown-form.module.css'

interface ProtectChoiceProps {
  readonly policy: Policy
  readonly change: (policy: Policy) => void
}

const policies: { readonly [P in NamedPolicy]: string } = {
  none: 'Show every number',
  under5: 'Hide numbers under 5',
  under10: 'Hide numbers under 10',
  round5: 'Round to the nearest 5',
}

/** What somebody starts with who sets a limit of their own. */
const firstLimit = 8

/** How small numbers are protected: by a policy with a name, or under a limit of one's own. */
export const ProtectChoice = ({ policy, change }: ProtectChoiceProps) => {
  const id = useId()
  const [typed, setTyped] = useState(typeof policy === 'string' ? String(firstLimit) : String(policy.under))
  const isOwn = typeof policy !== 'string'
  const isWrong = isOwn && ownLimit(typed) === null
  const type = (limit: string): void => {
    setTyped(limit)
    const under = ownLimit(limit)
    if (under !== null) change({ under })
  }
  return (
    <div className={css.choice}>
      <label htmlFor={`${id}-protect`}>Protect small numbers</label>
      <select
        id={`${id}-protect`}
        value={isOwn ? 'own' : policy}
        onChange={({ target }) =>
          change(target.value === 'own' ? { under: ownLimit(typed) ?? firstLimit } : (target.value as NamedPolicy))
        }
      >
        {Object.entries(policies).map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
        <option value="own">Hide numbers under a limit of your own</option>
      </select>
      {isOwn ? (
        <>
          <label htmlFor={`${id}-limit`}>Hide numbers under</label>
          {isWrong ? (
            <span id={`${id}-problem`} className={css.problem}>
              Hide numbers under: write a number from {ownLimits.least} to {ownLimits.most}.
            </span>
          ) : null}
          <input
            id={`${id}-limit`}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            aria-invalid={isWrong ? true : undefined}
            aria-describedby={isWrong ? `${id}-problem` : undefined}
            onChange={({ target }) => type(target.value)}
          />
        </>
      ) : null}
    </div>
  )
}
