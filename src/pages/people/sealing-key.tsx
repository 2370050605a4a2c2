import { useState } from 'react'
import type { Status } from '../../protocol/people.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import { dateAndTime } from './date-and-time.ts'
import css from './people.module.css'
import { TextInput } from './text-input.tsx'

/** The key that tablets seal to, and making a new one. */
export const SealingKey = ({ madeAt, keys, onMade }: Status['sealing'] & { readonly onMade: () => void }) => {
  const [why, setWhy] = useState('')
  const [told, setTold] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const make = async (): Promise<void> => {
    const asked = await ask('sealing/new-key', { why })
    setProblem(asked.ok ? null : asked.reason)
    setTold(asked.ok ? 'There is a new key. Each tablet takes it the next time it is in touch.' : '')
    if (!asked.ok) return
    setWhy('')
    onMade()
  }

  return (
    <section aria-labelledby="sealing-key">
      <h2 id="sealing-key">The key that tablets seal to</h2>
      <p>
        Made {dateAndTime(madeAt)}. {keys === 1 ? 'It is the first.' : `There are ${keys} with those before it.`}
      </p>
      <details>
        <summary>Make a new key</summary>
        <p>
          Do this when somebody may have seen the database or a backup. What tablets seal from then on is sealed to the
          new key. What was sealed before still opens: nothing is lost, and the old keys stay.
        </p>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void make()
          }}
        >
          <TextInput
            id="why-new-key"
            label="Why a new one"
            hint="It is written in the log."
            autoComplete="off"
            value={why}
            onType={setWhy}
          />
          <button type="submit" className={button.secondary}>
            Make a new key
          </button>
        </form>
      </details>
      <output className={css.told}>{told}</output>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
    </section>
  )
}
