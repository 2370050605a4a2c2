import { useEffect, useId, useState } from 'react'
import type { Ledger } from '../../population/ledger.ts'
import type { Member } from '../../population/member.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useQuery } from '../app/use-readable.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import css from './population.module.css'
import { surveyTitle } from './survey-title.ts'

interface ListHeld {
  readonly survey: string
  readonly members: number
}

interface ListAgainProps {
  readonly survey: string
  readonly take: (members: readonly Member[]) => Promise<void>
  readonly refuse: (reason: string) => void
}

/** The list of another survey, to be used for this one too. Nothing where there is no other. */
export const ListAgain = ({ survey, take, refuse }: ListAgainProps) => {
  const id = useId()
  const [lists, setLists] = useState<readonly ListHeld[]>([])
  const [chosen, setChosen] = useState('')
  useEffect(() => {
    let current = true
    const read = async (): Promise<void> => {
      const asked = await ask('/api/v1/populations')
      if (!current || !asked.ok) return
      const others = (asked.body['lists'] as readonly ListHeld[]).filter((list) => list.survey !== survey)
      setLists(others)
      setChosen(others[0]?.survey ?? '')
    }
    void read()
    return () => {
      current = false
    }
  }, [survey])
  if (lists.length === 0) return null
  const use = async (): Promise<void> => {
    const asked = await ask(`/api/v1/populations/${chosen}`)
    if (!asked.ok) return refuse(asked.reason)
    const ledger = asked.body['ledger'] as Ledger | null
    const named = (ledger?.recipients ?? []).filter(({ open }) => !open)
    return take(
      named.map(({ id, name, contact, email, language, strata }) => ({ id, name, contact, email, language, strata })),
    )
  }
  return (
    <div className={css.fields}>
      <label htmlFor={id}>Or use a list again</label>
      <select id={id} className={css.field} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {lists.map((list) => (
          <ListOption key={list.survey} {...list} />
        ))}
      </select>
      <button type="button" className={button.secondary} onClick={() => void use()}>
        Use this list
      </button>
    </div>
  )
}

const ListOption = ({ survey, members }: ListHeld) => {
  const title = useQuery(surveyTitle, survey as SurveyId)
  return (
    <option value={survey}>
      {title === null || title === '' ? survey : title} ({members})
    </option>
  )
}
