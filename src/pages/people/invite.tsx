import { useId, useState } from 'react'
import type { GivenRole } from '../../protocol/people.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { ask } from './ask.ts'
import css from './people.module.css'
import { RoleForm } from './role-form.tsx'

interface InviteProps {
  /** The surveys that may be given; left out, every one. */
  readonly only?: readonly SurveyId[]
  readonly onInvited: () => void
}

/** Makes a link for somebody, to be handed over by whoever makes it. */
export const Invite = ({ only, onInvited }: InviteProps) => {
  const [email, setEmail] = useState('')
  const [link, setLink] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useId()

  const invite = async (role: GivenRole): Promise<void> => {
    const asked = await ask<{ readonly token: string }>('invitations', { email, roles: [role] })
    setProblem(asked.ok ? null : asked.reason)
    setLink(asked.ok ? `${location.origin}/people/join#${asked.value.token}` : null)
    if (asked.ok) onInvited()
  }

  return (
    <>
      <h2>Invite somebody</h2>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <div className={css.group}>
        <label htmlFor={field}>Email address (optional)</label>
        <p id={`${field}-hint`} className={css.hint}>
          Only so that you know who it is for. Nothing is sent.
        </p>
        <input
          id={field}
          type="email"
          className={css.field}
          autoComplete="off"
          aria-describedby={`${field}-hint`}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </div>
      <RoleForm act="Make a link" onSave={invite} {...(only === undefined ? {} : { only })} />
      {link === null ? null : (
        <output>
          <p>Give them this link. It is good once, for a week. It is not shown again.</p>
          <code className={css.link}>{link}</code>
        </output>
      )}
    </>
  )
}
