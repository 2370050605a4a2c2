import { useId } from 'react'
import type { SurveyId } from '../../survey/ids.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { textIn } from '../../survey/text.ts'
import { useQuery } from '../app/use-readable.ts'
import css from './people.module.css'

/** The surveys that this device knows, by their latest title. */
const readSurveys = async (database: DeviceDatabase) => {
  const versions = await database.versions.orderBy('survey').toArray()
  const latest = Map.groupBy(versions, ({ survey }) => survey)
  return [...latest].map(([id, all]) => ({ id, title: textIn(all.at(-1)?.definition.title ?? id, 'en') }))
}

interface SurveyChoiceProps {
  /** These alone can be chosen; left out, every survey. */
  readonly only?: readonly SurveyId[]
  readonly value: SurveyId | '*'
  readonly onChoose: (survey: SurveyId | '*') => void
}

/** One survey, or all of them. */
export const SurveyChoice = ({ value, onChoose, only }: SurveyChoiceProps) => {
  const field = useId()
  const known = useQuery(readSurveys, undefined) ?? []
  const surveys = only?.map((id) => known.find((each) => each.id === id) ?? { id, title: id }) ?? known
  return (
    <div className={css.group}>
      <label htmlFor={field}>Survey</label>
      <select
        id={field}
        className={css.field}
        value={value}
        onChange={(event) => onChoose(event.target.value as SurveyId | '*')}
      >
        {only === undefined ? <option value="*">Every survey</option> : null}
        {surveys.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
