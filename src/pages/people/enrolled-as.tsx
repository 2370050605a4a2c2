import { useState } from 'react'
import { countUnsent, signOutTablet } from '../../device/sign-out.ts'
import { useDevice } from '../app/device-context.ts'
import button from '../styles/button.module.css'
import css from './people.module.css'

/** What this tablet is enrolled as, and signing it out: with answers that are not sent it asks first, and keeps them. */
export const EnrolledAs = ({ name }: { readonly name: string }) => {
  const { database, clock } = useDevice()
  const [unsent, setUnsent] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const signOut = async (): Promise<void> => {
    const out = await signOutTablet(database, { fetch: (path, init) => fetch(path, init), clock })
    setProblem(out.ok ? null : out.reason)
  }

  const askFirst = async (): Promise<void> => {
    const waiting = await countUnsent(database)
    if (waiting === 0) await signOut()
    else setUnsent(waiting)
  }

  return (
    <section aria-label="This tablet">
      <p>This tablet is enrolled as {name}.</p>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {unsent === null ? (
        <button type="button" className={button.secondary} onClick={() => void askFirst()}>
          Sign this tablet out
        </button>
      ) : (
        <div role="alert">
          <p>
            {unsent === 1 ? '1 return is' : `${unsent} returns are`} not sent yet. They stay on this tablet, and are
            sent when it is enrolled again.
          </p>
          <div className={button.row}>
            <button type="button" className={button.primary} onClick={() => void signOut()}>
              Sign out and keep them here
            </button>
            <button type="button" className={button.secondary} onClick={() => setUnsent(null)}>
              Stay enrolled
            </button>
          </div>
        </div>
      )}
    </section>
  )
}
