import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useDevice } from '../app/device-context.ts'
import { useScreen } from '../frame/use-screen.ts'
import { ask } from './ask.ts'
import css from './people.module.css'

/** Back from the organisation's sign-in: what it said goes to our server, once, and out of the address. */
export const BackPage = () => {
  const { background } = useDevice()
  const [, go] = useLocation()
  const [problem, setProblem] = useState<string | null>(null)
  const askedRef = useRef(false)
  useScreen('Signing in', 'back')

  useEffect(() => {
    if (askedRef.current) return
    askedRef.current = true
    const { search, pathname } = window.location
    window.history.replaceState(null, '', pathname)
    const finish = async (): Promise<void> => {
      const asked = await ask('provider/finish', { search })
      setProblem(asked.ok ? null : asked.reason)
      if (!asked.ok) return
      void background.then(({ sync }) => sync.sendNow())
      go('/people', { replace: true })
    }
    void finish()
  }, [background, go])

  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>{problem === null ? 'Signing in' : 'You are not signed in'}</h1>
      {problem === null ? null : (
        <>
          <p role="alert" className={css.problem}>
            {problem}
          </p>
          <p>
            <Link href="/people/sign-in">Sign in</Link>
          </p>
        </>
      )}
    </div>
  )
}
