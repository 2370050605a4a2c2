import { useState } from 'react'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import css from './people.module.css'
import { TextInput } from './text-input.tsx'

/** Another password for who is signed in. */
export const PasswordPage = () => {
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [told, setTold] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useScreen('Change your password', 'password')

  const change = async (): Promise<void> => {
    const asked = await ask('password', { old, fresh })
    setProblem(asked.ok ? null : asked.reason)
    setTold(asked.ok ? 'Your password is changed. You are signed out everywhere else.' : '')
    if (!asked.ok) return
    setOld('')
    setFresh('')
  }

  return (
    <form
      className={css.people}
      onSubmit={(event) => {
        event.preventDefault()
        void change()
      }}
    >
      <h1 tabIndex={-1}>Change your password</h1>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <TextInput
        id="old"
        label="Your password now"
        type="password"
        autoComplete="current-password"
        value={old}
        onType={setOld}
      />
      <TextInput
        id="fresh"
        label="New password"
        hint="12 characters or more. Three random words are good. You may paste it."
        type="password"
        autoComplete="new-password"
        value={fresh}
        onType={setFresh}
      />
      <button type="submit" className={button.primary}>
        Change my password
      </button>
      <output className={css.told}>{told}</output>
    </form>
  )
}
