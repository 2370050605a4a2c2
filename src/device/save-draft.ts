import type { Answers } from '../response/answers.ts'
import type { Draft, MovedFrom } from '../response/draft.ts'
import { type DeviceDatabase, type KeptDraft, thisDevice } from './database.ts'
import type { Clock } from './ports.ts'
import { reopenOnce } from './reopen-once.ts'
import { whyNotSaved } from './storage-failure.ts'

/** What changes while a form is filled in. */
export type DraftChange = Pick<Draft, 'answers' | 'page' | 'language'> &
  Partial<Pick<Draft, 'asked' | 'marks' | 'notes' | 'consents' | 'seconds' | 'version'>> & {
    /** Of a move to another version, and of its undoing. */
    readonly aside?: Answers | undefined
    readonly movedFrom?: MovedFrom | undefined
  }

/** A move to another version can be undone until the next answer. */
export const changedDraft = (before: Draft, change: DraftChange, clock: Clock): Draft => {
  const { movedFrom, aside, asked, ...rest } = { ...before, ...change }
  // What the version before asked says nothing of this one.
  const isAskedStill = asked !== undefined && ('asked' in change || change.version === undefined)
  const isUndoable = 'movedFrom' in change || JSON.stringify(before.answers) === JSON.stringify(change.answers)
  return {
    ...rest,
    savedAt: clock().toISOString(),
    ...(isAskedStill ? { asked } : {}),
    ...(aside === undefined ? {} : { aside }),
    ...(movedFrom === undefined || !isUndoable ? {} : { movedFrom }),
  }
}

/**
 * How a save ended.
 * - `saved`: on the disk
 * - `saved-in-journal`: on the disk, but in the journal only; the database could not, `reason` says why
 * - `conflict`: another tab saved since; `newer` is what it saved, and it was left as it is
 * - `gone`: the form was returned or deleted in another tab
 * - `failed`: nothing was written; `reason` is a sentence, `unsaved` what there was to keep
 */
export type DraftSaved =
  | { readonly kind: 'saved'; readonly kept: KeptDraft }
  | { readonly kind: 'saved-in-journal'; readonly kept: KeptDraft; readonly reason: string }
  | { readonly kind: 'conflict'; readonly newer: KeptDraft }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string; readonly unsaved: KeptDraft }

/**
 * Saves a change over `last`, if `last` is still what is kept. The database only: `draft-writer.ts` keeps it twice. The
 * counter goes above `above` too: where the journal alone took what came between, this is the later one.
 */
export const saveDraft = async (
  database: DeviceDatabase,
  last: KeptDraft,
  change: DraftChange,
  clock: Clock,
  above = last.counter,
): Promise<DraftSaved> => {
  const kept = {
    draft: changedDraft(last.draft, change, clock),
    revision: last.revision,
    counter: Math.max(last.counter, above) + 1,
  }
  const save = (): Promise<DraftSaved> =>
    database.transaction('rw', [database.drafts, database.meta], async (): Promise<DraftSaved> => {
      const there = await database.drafts.get(last.draft.response)
      // Emptied under an open page, it is nobody's any more: nobody has sent or deleted this form.
      if (there === undefined) await thisDevice(database)
      if (there === undefined || there.revision !== last.revision) return { kind: 'gone' }
      if (there.counter !== last.counter) return { kind: 'conflict', newer: there }
      await database.drafts.put(kept)
      return { kind: 'saved', kept }
    })
  try {
    return await reopenOnce(database, save)
  } catch (error) {
    return { kind: 'failed', reason: whyNotSaved(error), unsaved: kept }
  }
}
