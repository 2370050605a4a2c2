import { useState } from 'react'
import { useLocation } from 'wouter'
import { useDevice } from '../app/device-context.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import css from './people.module.css'
import { TextInput } from './text-input.tsx'

interface NewPersonPageProps {
  readonly title: string
  readonly words: string
  /** The address that takes the link up. */
  readonly path: 'owner' | 'join'
}

/** Takes a link up, whose token stands after the # and so in no log: the owner's, or an invitation. */
export const NewPersonPage = ({ title, words, path }: NewPersonPageProps) => {
  const { background } = useDevice()
  const [, go] = useLocation()
  const [token] = useState(() => location.hash.slice(1))
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useScreen(title, path)

  const make = async (): Promise<void> => {
    const asked = await ask(path, { token, name, email, password })
    setProblem(asked.ok ? null : asked.reason)
    if (!asked.ok) return
    void background.then(({ sync }) => sync.sendNow())
    go('/people', { replace: true })
  }

  return (
    <form
      className={css.people}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h1 tabIndex={-1}>{title}</h1>
      <p>{words}</p>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <TextInput id="name" label="Your name" autoComplete="name" value={name} onType={setName} />
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
        hint="12 characters or more. Three random words are good. You may paste it."
        type="password"
        autoComplete="new-password"
        value={password}
        onType={setPassword}
      />
      <button type="submit" className={button.primary}>
        Make my account
      </button>
    </form>
  )
}
