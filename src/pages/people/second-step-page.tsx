import { useState } from 'react'
import type { Me } from '../../protocol/people.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask, type Asked } from './ask.ts'
import css from './people.module.css'
import { Qr } from './qr.tsx'
import { TextInput } from './text-input.tsx'
import { useAsked } from './use-asked.ts'

/** Setting up a second step of signing in, or taking it away. */
export const SecondStepPage = () => {
  const { asked, again } = useAsked<Me>('me')
  useScreen('Second step', asked === null ? null : 'second-step')
  if (asked === null) return null
  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>Second step</h1>
      {asked.ok ? null : <p className={css.problem}>{asked.reason}</p>}
      {asked.ok && asked.value.kind !== 'account' ? <p>Sign in first.</p> : null}
      {asked.ok && asked.value.kind === 'account' ? (
        <SecondStep isOn={asked.value.secondStep} onChange={again} />
      ) : null}
    </div>
  )
}

interface Begun {
  readonly secret: string
  readonly address: string
}

const SecondStep = ({ isOn, onChange }: { readonly isOn: boolean; readonly onChange: () => void }) => {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const told = <Value,>(asked: Asked<Value>): Value | null => {
    setProblem(asked.ok ? null : asked.reason)
    return asked.ok ? asked.value : null
  }

  const begin = async (password: string): Promise<void> =>
    setBegun(told(await ask<Begun>('second-step/begin', { password })))

  const confirm = async (code: string): Promise<void> => {
    const confirmed = told(await ask<{ readonly codes: readonly string[] }>('second-step/confirm', { code }))
    if (confirmed === null) return
    setCodes(confirmed.codes)
    setBegun(null)
    onChange()
  }

  const end = async (password: string): Promise<void> => {
    if (told(await ask('second-step/end', { password })) === null) return
    setCodes(null)
    onChange()
  }

  return (
    <>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {codes === null ? null : <RecoveryCodes codes={codes} />}
      {isOn ? (
        <>
          <p>It is on. When you sign in you are asked for a code from your app, after your password.</p>
          <OneField key="end" label="Your password" isPassword act="Turn it off" onSend={end} />
        </>
      ) : begun === null ? (
        <>
          <p>
            With it, somebody who finds out your password can’t sign in. You need an app for codes (an authenticator) on
            your phone, or a password manager that makes them.
          </p>
          <OneField key="begin" label="Your password" isPassword act="Set it up" onSend={begin} />
        </>
      ) : (
        <>
          <p>Scan this with the app, or paste the key into it.</p>
          <Qr text={begun.address} label="The key, to be scanned" />
          <p>The key:</p>
          <code className={css.link}>{begun.secret}</code>
          <OneField key="confirm" label="The 6-digit code that it shows" act="Turn it on" onSend={confirm} />
        </>
      )}
    </>
  )
}

const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => (
  <output>
    <p>
      Keep these codes where you find them without your phone. Each of them is good once, in place of a code from the
      app. They are not shown again.
    </p>
    <pre className={css.link}>{codes.join('\n')}</pre>
  </output>
)

interface OneFieldProps {
  readonly label: string
  readonly act: string
  readonly isPassword?: boolean
  readonly onSend: (value: string) => Promise<void>
}

const OneField = ({ label, act, isPassword = false, onSend }: OneFieldProps) => {
  const [value, setValue] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void onSend(value)
      }}
    >
      <TextInput
        id="step"
        label={label}
        type={isPassword ? 'password' : 'text'}
        autoComplete={isPassword ? 'current-password' : 'one-time-code'}
        value={value}
        onType={setValue}
      />
      <button type="submit" className={button.primary}>
        {act}
      </button>
    </form>
  )
}
