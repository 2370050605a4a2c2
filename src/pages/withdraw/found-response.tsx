import { useState } from 'react'
import { eraseResponse } from '../../device/erase.ts'
import type { Referenced } from '../../device/find-by-reference.ts'
import { askedReasons, type ErasureReason } from '../../response/erasure.ts'
import { useDevice } from '../app/device-context.ts'
import { Tick } from '../collect/controls/tick.tsx'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import { reasonWords } from './reason-words.ts'
import css from './withdraw.module.css'

interface FoundResponseProps {
  readonly found: Referenced & { readonly title: string }
  readonly reference: string
}

const states: { readonly [S in Referenced['state']]: (when: string) => string } = {
  begun: (when) => `Begun ${when}, and not sent.`,
  returned: (when) => `Filled in ${when}.`,
  erased: (when) => `Taken out ${when}.`,
}

/** Which survey a reference stands for and when, never the answers, and what it takes to erase them. */
export const FoundResponse = ({ found, reference }: FoundResponseProps) => {
  const { database, clock, background } = useDevice()
  const [reason, setReason] = useState<ErasureReason | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [onServer, setOnServer] = useState(false)

  const erase = async (): Promise<void> => {
    if (reason === null) return setProblem('Choose why they are taken out.')
    const erased = await eraseResponse(database, { response: found.response, survey: found.survey, reason }, clock)
    if (!erased.ok) return setProblem(`They were not taken out. ${erased.reason}`)
    setProblem(null)
    setOnServer(erased.onServer)
    document.querySelector<HTMLElement>('main h1')?.focus()
    await (await background).sync.returned()
  }

  const about = (
    <p>
      <strong>{found.title}</strong>
      <br />
      Reference {reference}. {states[found.state](dayAndTime(new Date(found.at), clock()))}
    </p>
  )
  if (found.state === 'erased') {
    return (
      <>
        <h2>The answers are taken out</h2>
        {about}
        <p>
          Nothing of them is left on this device.
          {onServer
            ? ' The server takes them out as soon as this device reaches it, and so does every other device.'
            : ''}
        </p>
      </>
    )
  }
  return (
    <>
      <h2>Are these the answers?</h2>
      {about}
      <fieldset aria-describedby={problem === null ? undefined : 'reason-problem'}>
        <legend className={css.label}>Why are they taken out?</legend>
        {problem === null ? null : (
          <p id="reason-problem" role="alert" className={css.error}>
            {problem}
          </p>
        )}
        <div className={css.reasons}>
          {askedReasons.map((each) => (
            <label key={each} className={css.reason}>
              <Tick
                kind="radio"
                id={undefined}
                name="reason"
                on={reason === each}
                onChange={() => {
                  setReason(each)
                  setProblem(null)
                }}
              />
              {reasonWords[each]}
            </label>
          ))}
        </div>
      </fieldset>
      <p>This cannot be undone. The answers are erased here, and on the server and every other device after that.</p>
      <button type="button" className={button.primary} onClick={() => void erase()}>
        Erase these answers for good
      </button>
    </>
  )
}
