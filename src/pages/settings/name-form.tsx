import { useState } from 'react'
import { longestTabletName, saveTabletName } from '../../device/tablet-name.ts'
import { useDevice } from '../app/device-context.ts'
import button from '../styles/button.module.css'
import css from './settings.module.css'

/** What staff call this tablet, so that they know one from another. */
export const NameForm = ({ name }: { readonly name: string }) => {
  const { database } = useDevice()
  const [typed, setTyped] = useState(name)
  const [told, setTold] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const save = async (): Promise<void> => {
    const failed = await saveTabletName(database, typed)
    setProblem(failed)
    setTold(failed === null ? 'The name is saved.' : '')
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label htmlFor="tablet-name">Name of this tablet</label>
      <p id="tablet-name-hint">For example, Blue 3. It is written on the screen that waits for staff.</p>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <input
        id="tablet-name"
        type="text"
        className={css.field}
        autoComplete="off"
        maxLength={longestTabletName}
        aria-describedby="tablet-name-hint"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setTold('')
        }}
      />
      <button type="submit" className={button.secondary}>
        Save the name
      </button>
      <output className={css.told}>{told}</output>
    </form>
  )
}
