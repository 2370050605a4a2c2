import { useId, useState } from 'react'
import { type AccountRole, accountRoles, type GivenRole } from '../../protocol/people.ts'
import type { SurveyId } from '../../survey/ids.ts'
import button from '../styles/button.module.css'
import css from './people.module.css'
import { SurveyChoice } from './survey-choice.tsx'

interface RoleFormProps {
  /** What the button says. */
  readonly act: string
  readonly before?: GivenRole | null
  /** The surveys that may be given; left out, every one. */
  readonly only?: readonly SurveyId[]
  readonly onSave: (role: GivenRole) => Promise<void>
}

/** A survey, and what somebody may do on it. */
export const RoleForm = ({ act, before = null, only, onSave }: RoleFormProps) => {
  const [role, setRole] = useState<AccountRole>(before?.role ?? 'practitioner')
  const [survey, setSurvey] = useState<SurveyId | '*'>(only?.[0] ?? before?.survey ?? '*')
  const [singleAnswers, setSingleAnswers] = useState(before?.singleAnswers ?? false)
  const field = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onSave({ survey, role, singleAnswers: role === 'analyst' && singleAnswers })
      }}
    >
      <SurveyChoice value={survey} onChoose={setSurvey} {...(only === undefined ? {} : { only })} />
      <div className={css.group}>
        <label htmlFor={field}>Role</label>
        <select
          id={field}
          className={css.field}
          value={role}
          onChange={(event) => setRole(event.target.value as AccountRole)}
        >
          {Object.entries(accountRoles).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {role === 'analyst' ? (
        <div className={css.group}>
          <label>
            <input
              type="checkbox"
              checked={singleAnswers}
              onChange={(event) => setSingleAnswers(event.target.checked)}
            />{' '}
            May read single answers
          </label>
        </div>
      ) : null}
      <button type="submit" className={button.primary}>
        {act}
      </button>
    </form>
  )
}
