import { useState } from 'react'
import { enrolTablet, readEnrolment } from '../../device/enrolment.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import css from './people.module.css'
import { TextInput } from './text-input.tsx'

/** Enrols this tablet by the code that a lead was shown; scanned, it stands there already. */
export const EnrolPage = () => {
  const { database, background } = useDevice()
  const enrolment = useQuery(readEnrolment, undefined)
  const [code, setCode] = useState(() => location.hash.slice(1))
  const [told, setTold] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useScreen('Enrol this tablet', 'enrol')

  const enrol = async (): Promise<void> => {
    const enrolled = await enrolTablet(database, code.trim(), (body) => ask('devices/enrol', body))
    setProblem(enrolled.ok ? null : enrolled.reason)
    setTold(enrolled.ok ? `This tablet is now enrolled as ${enrolled.name}. It can collect and send.` : '')
    if (!enrolled.ok) return
    setCode('')
    void background.then(({ sync }) => sync.sendNow())
  }

  return (
    <form
      className={css.people}
      onSubmit={(event) => {
        event.preventDefault()
        void enrol()
      }}
    >
      <h1 tabIndex={-1}>Enrol this tablet</h1>
      {enrolment === null ? (
        <p>Ask your lead for a code. The tablet then sends under its own name, and nobody has to sign in on it.</p>
      ) : (
        <p>It is enrolled as {enrolment.name}. With another code it is enrolled anew.</p>
      )}
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <TextInput
        id="code"
        label="Code"
        hint="8 letters and figures. Capitals and the space do not matter."
        autoComplete="one-time-code"
        value={code}
        onType={setCode}
      />
      <button type="submit" className={button.primary}>
        Enrol this tablet
      </button>
      <output className={css.told}>{told}</output>
    </form>
  )
}
