import { useState } from 'react'
import { accountRoles, type GivenRole, type InvitationListed, type PersonListed } from '../../protocol/people.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import { dateAndTime } from './date-and-time.ts'
import { Invite } from './invite.tsx'
import css from './people.module.css'
import { RoleForm } from './role-form.tsx'
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
        {people.map(({ id, name, email, owner, roles, stopped, secondStep, outside }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> {email}
            </p>
            <p>{stopped ? 'Stopped.' : owner ? 'Owner.' : rolesWords(roles)}</p>
            {stopped || !secondStep ? null : (
              <button
                type="button"
                className={button.secondary}
                onClick={() => void change('people/second-step', { account: id, why: 'taken away in the list' })}
              >
                Take away the second step of {name}
              </button>
            )}
            {outside ? <p>Signs in through the organisation, which says what they may do.</p> : null}
            {stopped || owner || outside ? null : (
              <details>
                <summary>Change what {name} may do</summary>
                <RoleForm
                  act={`Save what ${name} may do`}
                  before={roles[0] ?? null}
                  onSave={(role) =>
                    change('people/roles', { account: id, roles: withRole(roles, role), why: 'changed in the list' })
                  }
                />
                {roles.map(({ survey }) => (
                  <button
                    key={survey}
                    type="button"
                    className={button.secondary}
                    onClick={() =>
                      void change('people/roles', {
                        account: id,
                        roles: roles.filter((role) => role.survey !== survey),
                        why: 'taken away in the list',
                      })
                    }
                  >
                    Take {survey === '*' ? 'every survey' : survey} away from {name}
                  </button>
                ))}
              </details>
            )}
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

/** On each survey somebody has one role. */
const withRole = (roles: readonly GivenRole[], role: GivenRole): readonly GivenRole[] => [
  ...roles.filter(({ survey }) => survey !== role.survey),
  role,
]

const rolesWords = (roles: PersonListed['roles']): string =>
  roles.length === 0
    ? 'No survey.'
    : roles
        .map(({ role, survey, singleAnswers }) => {
          const more = role === 'analyst' ? (singleAnswers ? ', with single answers' : ', tables only') : ''
          return `${accountRoles[role]} of ${survey === '*' ? 'every survey' : survey}${more}.`
        })
        .join(' ')
