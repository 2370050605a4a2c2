import { useState } from 'react'
import { Link } from 'wouter'
import { accountRoles, type Me, type SessionListed } from '../../protocol/people.ts'
import { readEnrolment } from '../../device/enrolment.ts'
import { countUnsent, forgetFetched } from '../../device/sign-out.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { browserWords } from './browser-words.ts'
import { dateAndTime } from './date-and-time.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import css from './people.module.css'
import { EnrolledAs } from './enrolled-as.tsx'
import { useAsked } from './use-asked.ts'

/** Who is signed in here, and the way to people, tablets and the log. */
export const MePage = () => {
  const { asked, again } = useAsked<Me>('me')
  const enrolment = useQuery(readEnrolment, undefined)
  const [elsewhere, setElsewhere] = useState<string | null>(null)
  useScreen('People and tablets', asked === null ? null : 'people')
  if (asked === null) return null
  const me = asked.ok ? asked.value : null
  const isLead = me !== null && (me.owner || me.roles.some(({ role }) => role === 'lead'))
  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>People and tablets</h1>
      {asked.ok ? null : <p className={css.problem}>{asked.reason}</p>}
      {me === null ? null : <p>{whoWords(me)}</p>}
      {elsewhere === null || me?.kind === 'account' ? null : (
        <p>
          You are signed out here, but not of your organisation’s sign-in.{' '}
          <a href={elsewhere}>Sign out there as well</a>, if others use this device.
        </p>
      )}
      {enrolment === null ? null : <EnrolledAs name={enrolment.name} />}
      <ul className={css.links}>
        {me?.kind === 'nobody' ? (
          <li>
            <Link href="/people/sign-in">Sign in</Link>
          </li>
        ) : null}
        {me?.kind === 'account' && me.owner ? (
          <>
            <li>
              <Link href="/people/list">People</Link>
            </li>
            <li>
              <Link href="/people/log">What was done: the log</Link>
            </li>
            <li>
              <Link href="/people/status">How the server is doing</Link>
            </li>
          </>
        ) : null}
        {me?.kind === 'account' && isLead ? (
          <>
            {me.owner ? null : (
              <li>
                <Link href="/people/invite">Invite somebody</Link>
              </li>
            )}
            <li>
              <Link href="/people/tablets">Tablets</Link>
            </li>
            <li>
              <Link href="/people/subject-access">What is held about somebody</Link>
            </li>
            <li>
              <Link href="/people/processing">Record of processing</Link>
            </li>
          </>
        ) : null}
        {me?.kind === 'account' && !me.outside ? (
          <>
            <li>
              <Link href="/people/password">Change your password</Link>
            </li>
            <li>
              <Link href="/people/second-step">Second step</Link>{' '}
              <span className={css.beside}>{secondStepWords(me, isLead)}</span>
            </li>
          </>
        ) : null}
        <li>
          <Link href="/people/enrol">Enrol this tablet</Link>
        </li>
      </ul>
      {me?.kind === 'account' ? (
        <Sessions
          onOut={(there) => {
            setElsewhere(there)
            again()
          }}
        />
      ) : null}
    </div>
  )
}

const secondStepWords = ({ secondStep }: Me, isLead: boolean): string => {
  if (secondStep) return 'It is on.'
  return isLead ? 'It is off. You can read answers or give others the right to: turn it on.' : 'It is off.'
}

const whoWords = ({ kind, name, email, owner, roles }: Me): string => {
  switch (kind) {
    case 'open':
      return 'Nobody owns this server yet. Everyone on this machine may do everything. To own it, open the link that it printed when it started.'
    case 'owner-needed':
      return 'Nobody owns this server yet. Open the link that it printed when it started.'
    case 'nobody':
      return 'Nobody is signed in here.'
    case 'account': {
      const given = roles.map(
        ({ role, survey }) => `${accountRoles[role]}, ${survey === '*' ? 'every survey' : survey}`,
      )
      return `${name} (${email}) is signed in. ${owner ? 'Owner.' : `${given.join('. ')}.`}`
    }
    case 'device':
    case 'former-device':
      return 'This tablet asks under its own name.'
    default:
      return kind satisfies never
  }
}

/** `onOut` is told where to sign out of the organisation's sign-in, where there is such a place. */
const Sessions = ({ onOut }: { readonly onOut: (elsewhere: string | null) => void }) => {
  const { database } = useDevice()
  const { asked, again } = useAsked<{ readonly sessions: readonly SessionListed[] }>('sessions')
  const [unsent, setUnsent] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const signOut = async (): Promise<void> => {
    const left = await ask<{ readonly elsewhere: string | null }>('sign-out', {})
    setProblem(left.ok ? null : left.reason)
    if (!left.ok) return
    await forgetFetched(database)
    onOut(left.value.elsewhere)
  }

  const askFirst = async (): Promise<void> => {
    const waiting = await countUnsent(database)
    if (waiting === 0) await signOut()
    else setUnsent(waiting)
  }

  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      {asked?.ok ? (
        <ul className={css.list}>
          {asked.value.sessions.map(({ id, agent, seenAt, here }) => (
            <li key={id}>
              <p>
                {here ? 'Here. ' : ''}
                {browserWords(agent)}. Last seen {dateAndTime(seenAt)}.
              </p>
              {here ? null : (
                <button
                  type="button"
                  className={button.secondary}
                  onClick={() => void ask('sessions/end', { id }).then(again)}
                >
                  End it
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {unsent === null ? (
        <button type="button" className={button.secondary} onClick={() => void askFirst()}>
          Sign out
        </button>
      ) : (
        <div role="alert">
          <p>
            {unsent === 1 ? '1 return is' : `${unsent} returns are`} not sent yet. They stay on this device, and are
            sent when somebody signs in again.
          </p>
          <div className={button.row}>
            <button type="button" className={button.primary} onClick={() => void signOut()}>
              Sign out and keep them here
            </button>
            <button type="button" className={button.secondary} onClick={() => setUnsent(null)}>
              Stay signed in
            </button>
          </div>
        </div>
      )}
    </section>
  )
}
