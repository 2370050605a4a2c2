import type { Draft } from '../response/draft.ts'
import { placeAnswers } from '../response/place-answers.ts'
import type { Version } from '../survey/version.ts'
import type { DeviceDatabase, KeptDraft } from './database.ts'
import { draftWriter } from './draft-writer.ts'
import type { Clock } from './ports.ts'
import type { DraftSaved } from './save-draft.ts'

/**
 * Moves a draft to another version of its survey. Answers that it has no place for are kept aside in the draft until it
 * is sent; those that were aside and have a place again come back.
 */
export const moveDraft = (
  database: DeviceDatabase,
  kept: KeptDraft,
  to: Version,
  clock: Clock,
): Promise<DraftSaved> => {
  const { version, answers, page, language, aside } = kept.draft
  const before = placeAnswers(aside ?? {}, to.definition)
  const now = placeAnswers(answers, to.definition)
  return draftWriter(database, kept, clock).save({
    version: to.id,
    answers: { ...before.kept, ...now.kept },
    aside: { ...before.aside, ...now.aside },
    page: 0,
    language,
    movedFrom: { version, answers, page, ...(aside === undefined ? {} : { aside }) },
  })
}

/** Puts a draft back into the version it was moved from, as it was there; null where an answer was given since. */
export const undoMove = async (database: DeviceDatabase, kept: KeptDraft, clock: Clock): Promise<DraftSaved | null> => {
  const { movedFrom, language }: Draft = kept.draft
  if (movedFrom === undefined) return null
  const { version, answers, page, aside } = movedFrom
  return draftWriter(database, kept, clock).save({ version, answers, page, language, aside, movedFrom: undefined })
}
