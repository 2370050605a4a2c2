import button from '../styles/button.module.css'
import { ask } from './ask.ts'

/** Goes to the organisation's own sign-in, which sends people back to `/people/back`. */
export const OutsideButton = ({
  provider,
  onProblem,
}: {
  readonly provider: string
  readonly onProblem: (reason: string | null) => void
}) => {
  const go = async (): Promise<void> => {
    const asked = await ask<{ readonly address: string }>('provider/begin', {})
    onProblem(asked.ok ? null : asked.reason)
    if (asked.ok) window.location.assign(asked.value.address)
  }
  return (
    <>
      <button type="button" className={button.primary} onClick={() => void go()}>
        Sign in with {provider}
      </button>
      <h2>Or with an email address and a password</h2>
    </>
  )
}
