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
  readonly value: SurveyId | '*'
  readonly onChoose: (survey: SurveyId | '*') => void
}

/** One survey, or all of them. */
export const SurveyChoice = ({ value, onChoose }: SurveyChoiceProps) => {
  const surveys = useQuery(readSurveys, undefined)
  return (
    <div className={css.group}>
      <label htmlFor="survey">Survey</label>
      <select
        id="survey"
        className={css.field}
        value={value}
        onChange={(event) => onChoose(event.target.value as SurveyId | '*')}
      >
        <option value="*">Every survey</option>
        {(surveys ?? []).map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
