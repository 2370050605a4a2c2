import { useState } from 'react'
import type { DeviceListed } from '../../protocol/people.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import { dateAndTime } from './date-and-time.ts'
import css from './people.module.css'
import { Qr } from './qr.tsx'
import { SurveyChoice } from './survey-choice.tsx'
import { TextInput } from './text-input.tsx'
import { useAsked } from './use-asked.ts'

/** The tablets, a code for one more, and revoking one. */
export const TabletsPage = () => {
  const { asked, again } = useAsked<{ readonly devices: readonly DeviceListed[] }>('devices')
  const [problem, setProblem] = useState<string | null>(null)
  useScreen('Tablets', asked === null ? null : 'tablets')
  if (asked === null) return null

  const revoke = async (device: string): Promise<void> => {
    const done = await ask('devices/revoke', { device, why: 'revoked in the list' })
    setProblem(done.ok ? null : done.reason)
    again()
  }

  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>Tablets</h1>
      {asked.ok ? <NewTablet /> : <p className={css.problem}>{asked.reason}</p>}
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <h2>Enrolled</h2>
      {asked.ok && asked.value.devices.length === 0 ? <p>No tablet is enrolled yet.</p> : null}
      <ul className={css.list}>
        {(asked.ok ? asked.value.devices : []).map(({ id, name, surveys, seenAt, ended }) => (
          <li key={id}>
            <p>
              <strong>{name}</strong> {surveys === 'all' ? 'Every survey' : surveys.join(', ')}. Last seen{' '}
              {dateAndTime(seenAt)}. {ended === null ? '' : ended === 'revoked' ? 'Revoked.' : 'Signed out.'}
            </p>
            {ended === null ? (
              <button type="button" className={button.secondary} onClick={() => void revoke(id)}>
                Revoke {name}
              </button>
            ) : (
              <p className={css.hint}>It fetches nothing. What it still sends is kept aside.</p>
            )}
          </li>
        ))}
      </ul>
      <button type="button" className={button.secondary} onClick={again}>
        Look again
      </button>
    </div>
  )
}

const NewTablet = () => {
  const [name, setName] = useState('')
  const [survey, setSurvey] = useState<SurveyId | '*'>('*')
  const [made, setMade] = useState<{ readonly token: string; readonly code: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const make = async (): Promise<void> => {
    const surveys = survey === '*' ? 'all' : [survey]
    const asked = await ask<{ readonly token: string; readonly code: string }>('devices/code', { name, surveys })
    setProblem(asked.ok ? null : asked.reason)
    setMade(asked.ok ? asked.value : null)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <h2>Enrol a tablet</h2>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <TextInput
        id="tablet-name"
        label="Name of the tablet"
        hint="For example, Blue 3."
        autoComplete="off"
        value={name}
        onType={setName}
      />
      <SurveyChoice value={survey} onChoose={setSurvey} />
      <button type="submit" className={button.primary}>
        Make a code
      </button>
      {made === null ? null : (
        <output>
          <p>
            On the tablet, open {location.origin}/people/enrol and type this code, or scan the square. It is good once,
            for 10 minutes.
          </p>
          <p className={css.code}>
            {made.code.slice(0, 4)} {made.code.slice(4)}
          </p>
          <Qr text={`${location.origin}/people/enrol#${made.token}`} label="The same code, to be scanned" />
        </output>
      )}
    </form>
  )
}
