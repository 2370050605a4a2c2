import type { SurveyId } from '../../survey/ids.ts'
import { type CountedForm, dataDigest, type FrozenTables } from '../../tabulation/frozen.ts'
import { localDayOf } from '../frame/dates.ts'
import { type Choices, writeChoices } from './choices.ts'
import type { MadeTables } from './make-tables.ts'

interface ToFreeze {
  readonly id: string
  readonly survey: SurveyId
  readonly at: Date
  readonly made: MadeTables
  readonly choices: Choices
  readonly counted: readonly CountedForm[]
}

/** The tables that are shown, as they are to be kept. Each says when it was frozen, and from what. */
export const freeze = ({ id, survey, at, made, choices, counted }: ToFreeze): FrozenTables => {
  const data = dataDigest(counted)
  const note = `Frozen on ${localDayOf(at)}. Returns that came or changed later are not counted. Data ${data.slice(0, 12)}.`
  return {
    id,
    survey,
    at: at.toISOString(),
    policy: made.policy,
    where: made.where,
    choices: writeChoices(choices),
    data,
    counted,
    tables: made.shown.flatMap((one) =>
      one.made.ok ? [{ ...one.made.table, notes: [...one.made.table.notes, note] }] : [],
    ),
  }
}
