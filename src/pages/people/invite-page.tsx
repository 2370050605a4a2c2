import type { Me } from '../../protocol/people.ts'
import { useScreen } from '../frame/use-screen.ts'
import { Invite } from './invite.tsx'
import css from './people.module.css'
import { useAsked } from './use-asked.ts'

/** A lead invites people to the surveys that they lead. */
export const InvitePage = () => {
  const { asked } = useAsked<Me>('me')
  useScreen('Invite somebody', asked === null ? null : 'invite')
  if (asked === null) return null
  const led = asked.ok ? asked.value.roles.filter(({ role }) => role === 'lead').map(({ survey }) => survey) : []
  const isOfAll = led.includes('*') || (asked.ok && asked.value.owner)
  const only = led.flatMap((survey) => (survey === '*' ? [] : [survey]))
  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>Your surveys</h1>
      {asked.ok ? null : <p className={css.problem}>{asked.reason}</p>}
      {isOfAll ? <Invite onInvited={() => undefined} /> : null}
      {!isOfAll && only.length > 0 ? <Invite only={only} onInvited={() => undefined} /> : null}
      {asked.ok && !isOfAll && only.length === 0 ? <p>You lead no survey yet.</p> : null}
    </div>
  )
}
