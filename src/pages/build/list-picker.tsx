import { useEffect, useRef, useState } from 'react'
import { forgetList, type KeptList, listKeptLists } from '../../device/kept-lists.ts'
import type { Choice, ListName } from '../../survey/definition.ts'
import { putList } from '../../survey/edit/put-list.ts'
import { choiceLabel } from '../../survey/text.ts'
import { valueListOf, valueLists } from '../../survey/value-lists.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import button from '../styles/button.module.css'
import css from './field.module.css'
import panel from './list-picker.module.css'
import { useSession } from './session-context.ts'

interface ListPickerProps {
  readonly question: string
  readonly list: ListName
  readonly close: () => void
}

/** Lists to use again: those that ship and those kept on this device. What is in one is seen before it is put in. */
export const ListPicker = ({ question, list, close }: ListPickerProps) => {
  const { edit } = useSession()
  const { database } = useDevice()
  const kept = useQuery(listKeptLists, undefined) ?? []
  const [picked, setPicked] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const select = useRef<HTMLSelectElement>(null)
  const found = listOf(picked, kept)

  useEffect(() => select.current?.focus(), [])

  const forget = async (id: string): Promise<void> => {
    setPicked('')
    setProblem(await forgetList(database, id))
    select.current?.focus()
  }

  return (
    <div className={panel.panel}>
      <label className={css.label} htmlFor={`list-for-${list}`}>
        List to use
      </label>
      <select
        ref={select}
        id={`list-for-${list}`}
        className={css.field}
        value={picked}
        onChange={(event) => setPicked(event.target.value)}
      >
        <option value="">Choose a list</option>
        {kept.length === 0 ? null : (
          <optgroup label="Kept on this device">
            {kept.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label="Ready-made">
          {valueLists
            .filter(({ choices }) => suits(list, choices))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </optgroup>
      </select>
      {problem === null ? null : (
        <p role="alert" className={panel.problem}>
          {problem}
        </p>
      )}
      {found === null ? null : (
        <>
          <p className={panel.choices}>{found.choices.map((choice) => choiceLabel(choice)).join(' · ')}</p>
          <p className={css.hint}>{found.source}. It takes the place of what stands here now.</p>
        </>
      )}
      <div className={button.row}>
        <button
          type="button"
          className={button.secondary}
          disabled={found === null}
          onClick={() => {
            if (found !== null && edit((survey) => putList(survey, question, list, found.choices)).ok) close()
          }}
        >
          Put it in
        </button>
        {kept.some(({ id }) => id === picked) ? (
          <button type="button" className={button.quiet} onClick={() => void forget(picked)}>
            Delete this list
          </button>
        ) : null}
        <button type="button" className={button.quiet} onClick={close}>
          Cancel
        </button>
      </div>
    </div>
  )
}

interface Found {
  readonly choices: readonly Choice[]
  readonly source: string
}

const listOf = (id: string, kept: readonly KeptList[]): Found | null => {
  const own = kept.find((one) => one.id === id)
  return own === undefined ? valueListOf(id) : { choices: own.choices, source: 'Kept on this device' }
}

/** A scale has 2 to 11 steps, and "Not sure" is none of them. */
const suits = (list: ListName, choices: readonly Choice[]): boolean => {
  const steps = choices.filter(({ role }) => role === undefined).length
  return list !== 'rateValues' || (steps > 2 && steps <= 11)
}
