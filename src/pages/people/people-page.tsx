import { useState } from 'react'
import { type AccountRole, accountRoles, type InvitationListed, type PersonListed } from '../../protocol/people.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import { dateAndTime } from './date-and-time.ts'
import css from './people.module.css'
import { SurveyChoice } from './survey-choice.tsx'
import { useAsked } from './use-asked.ts'

interface Everybody {
  readonly people: readonly PersonListed[]
  readonly invitations: readonly InvitationListed[]
}

/** Who has an account, who is invited, and inviting somebody. */
export const PeoplePage = () => {
  const { asked, again } = useAsked<Everybody>('people')
  useScreen('People', asked === null ? null : 'people-list')
  if (asked === null) return null
  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>People</h1>
      {asked.ok ? <Lists {...asked.value} again={again} /> : <p className={css.problem}>{asked.reason}</p>}
    </div>
  )
}

const Lists = ({ people, invitations, again }: Everybody & { readonly again: () => void }) => {
  const [problem, setProblem] = useState<string | null>(null)
  const change = async (path: string, body: object): Promise<void> => {
    const asked = await ask(path, body)
    setProblem(asked.ok ? null : asked.reason)
    again()
  }
  return (
    <>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <Invite onInvited={again} />
      <h2>Accounts</h2>
      <ul className={css.list}>
        {people.map(({ id, name, email, owner, roles, stopped }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> {email}
            </p>
            <p>{stopped ? 'Stopped.' : owner ? 'Owner.' : rolesWords(roles)}</p>
            {stopped || owner ? null : (
              <button
                type="button"
                className={button.secondary}
                onClick={() => void change('people/stop', { account: id, why: 'stopped in the list' })}
              >
                Stop the account of {name}
              </button>
            )}
          </li>
        ))}
      </ul>
      <h2>Invited</h2>
      {invitations.length === 0 ? <p>Nobody is waiting.</p> : null}
      <ul className={css.list}>
        {invitations.map(({ id, email, roles, expiresAt }) => (
          <li key={id}>
            <p>
              {email ?? 'Somebody'}. {rolesWords(roles)} Until {dateAndTime(expiresAt)}.
            </p>
            <button
              type="button"
              className={button.secondary}
              onClick={() => void change('invitations/withdraw', { id })}
            >
              Withdraw the invitation
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const rolesWords = (roles: PersonListed['roles']): string =>
  roles.length === 0
    ? 'No survey.'
    : roles
        .map(({ role, survey, singleAnswers }) => {
          const more = role === 'analyst' ? (singleAnswers ? ', with single answers' : ', tables only') : ''
          return `${accountRoles[role]} of ${survey === '*' ? 'every survey' : survey}${more}.`
        })
        .join(' ')

const Invite = ({ onInvited }: { readonly onInvited: () => void }) => {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<AccountRole>('practitioner')
  const [survey, setSurvey] = useState<SurveyId | '*'>('*')
  const [singleAnswers, setSingleAnswers] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const invite = async (): Promise<void> => {
    const roles = [{ survey, role, singleAnswers: role === 'analyst' && singleAnswers }]
    const asked = await ask<{ readonly token: string }>('invitations', { email, roles })
    setProblem(asked.ok ? null : asked.reason)
    setLink(asked.ok ? `${location.origin}/people/join#${asked.value.token}` : null)
    if (asked.ok) onInvited()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void invite()
      }}
    >
      <h2>Invite somebody</h2>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <div className={css.group}>
        <label htmlFor="invite-email">Email address (optional)</label>
        <p id="invite-email-hint" className={css.hint}>
          Only so that you know who it is for. Nothing is sent.
        </p>
        <input
          id="invite-email"
          type="email"
          className={css.field}
          autoComplete="off"
          aria-describedby="invite-email-hint"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </div>
      <SurveyChoice value={survey} onChoose={setSurvey} />
      <div className={css.group}>
        <label htmlFor="role">Role</label>
        <select
          id="role"
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
        Make a link
      </button>
      {link === null ? null : (
        <output>
          <p>Give them this link. It is good once, for a week. It is not shown again.</p>
          <code className={css.link}>{link}</code>
        </output>
      )}
    </form>
  )
}
