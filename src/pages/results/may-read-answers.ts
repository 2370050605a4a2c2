import { thisDevice, type DeviceDatabase } from '../../device/database.ts'
import { readEnrolment } from '../../device/enrolment.ts'
import type { Me } from '../../protocol/people.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { ask } from '../people/ask.ts'

export type MayRead = { readonly ok: true } | { readonly ok: false; readonly reason: string }

const signIn = 'Sign in as somebody who may read single answers. Tables need no such right.'

/**
 * Whether who sits here may read the single answers to a survey. The server says so; where it can't be reached, a device
 * to which it last gave everything may.
 */
export const mayReadAnswers = async (database: DeviceDatabase, survey: SurveyId): Promise<MayRead> => {
  if ((await readEnrolment(database)) !== null)
    return { ok: false, reason: 'This is an enrolled tablet. It collects answers, and gives none away.' }
  const asked = await ask<Me>('me')
  if (asked.ok) return mayBy(asked.value, survey)
  const { server, view } = await thisDevice(database)
  return server === null || view === undefined ? { ok: true } : { ok: false, reason: `${asked.reason} ${signIn}` }
}

const mayBy = ({ kind, owner, roles }: Me, survey: SurveyId): MayRead => {
  const may =
    kind === 'open' ||
    (kind === 'account' &&
      (owner ||
        roles.some(
          (given) =>
            (given.survey === '*' || given.survey === survey) &&
            (given.role === 'lead' || (given.role === 'analyst' && given.singleAnswers)),
        )))
  return may ? { ok: true } : { ok: false, reason: signIn }
}
