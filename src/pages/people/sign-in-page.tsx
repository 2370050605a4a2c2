import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDevice } from '../app/device-context.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import type { Me } from '../../protocol/people.ts'
import { ask } from './ask.ts'
import css from './people.module.css'
import { OutsideButton } from './outside-button.tsx'
import { TextInput } from './text-input.tsx'
import { useAsked } from './use-asked.ts'

/** Signing in with an email address and a password. */
export const SignInPage = () => {
  const { background } = useDevice()
  const [, go] = useLocation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  /** Null until the server has asked for it. */
  const [code, setCode] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { asked: me } = useAsked<Me>('me')
  const provider = me?.ok === true ? me.value.provider : null
  useScreen('Sign in', 'sign-in')

  const signIn = async (): Promise<void> => {
    const asked = await ask('sign-in', { email, password, ...(code === null ? {} : { code }) })
    const isAsked = !asked.ok && asked.refused === 'code-needed' && code === null
    if (isAsked) setCode('')
    setProblem(asked.ok || isAsked ? null : asked.reason)
    if (!asked.ok) return
    void background.then(({ sync }) => sync.sendNow())
    go('/people')
  }

  return (
    <form
      className={css.people}
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
    >
      <h1 tabIndex={-1}>Sign in</h1>
      <p>You need this to send and fetch. Without it you can go on working: what is saved here stays here.</p>
      {provider === null ? null : <OutsideButton provider={provider} onProblem={setProblem} />}
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <TextInput
        id="email"
        label="Email address"
        type="email"
        autoComplete="username"
        value={email}
        onType={setEmail}
      />
      <TextInput
        id="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        value={password}
        onType={setPassword}
      />
      {code === null ? null : (
        <TextInput
          id="code"
          label="Code"
          hint="The 6 figures from your app, or one of your recovery codes. You may paste it."
          autoComplete="one-time-code"
          isFirst
          value={code}
          onType={setCode}
        />
      )}
      <button type="submit" className={provider === null ? button.primary : button.secondary}>
        Sign in
      </button>
    </form>
  )
}
