import type { LockPhase } from '../../device/tablet-row.ts'
import { languageCode } from '../../survey/offered-languages.ts'
import type { HandedOver } from './handed-over.ts'

/** What stands on a locked tablet. */
export interface Shown {
  readonly handed: HandedOver
  readonly phase: LockPhase
}

/** The language of the form, and its code: the draft says `default` for the one that the survey was written in. */
export const languageOf = ({
  draft,
  returned,
  definition,
}: HandedOver): { readonly language: string; readonly code: string } => {
  const language = (draft ?? returned)?.language ?? 'default'
  return { language, code: languageCode(definition ?? {}, language) }
}
