import type { DeviceDatabase, KeptDraft } from './database.ts'
import { draftFrame, versionFrame } from './journal/entries.ts'
import { noteBehind } from './journal/write-sentinel.ts'
import type { Clock } from './ports.ts'
import { type DraftChange, type DraftSaved, changedDraft, saveDraft } from './save-draft.ts'
import { readVersion } from './versions.ts'

/** Saves one form as it is typed. */
export interface DraftWriter {
  /**
   * Saves this change, or a later one that was given before its turn came; resolves when that is on the disk, or
   * could not be. Changes are written one after the other, in the order given.
   */
  readonly save: (change: DraftChange) => Promise<DraftSaved>
  /** The draft as it was last saved by this writer: what `returnDraft` takes, after the last `save` has resolved. */
  readonly last: () => KeptDraft
}

interface Turn {
  readonly change: DraftChange
  readonly tell: (saved: DraftSaved) => void
}

/**
 * One writer for each open form. A strict write takes longer than a key press, so the changes between are skipped. What
 * is saved is in the database and in the journal; where the database fails, in the journal alone.
 */
export const draftWriter = (database: DeviceDatabase, start: KeptDraft, clock: Clock): DraftWriter => {
  let last = start
  // Differs from `last` only after a save that the journal alone took.
  let inDatabase = start
  let turns: readonly Turn[] = []
  let writing = false
  let versionIsKept = false

  const journal = async (kept: KeptDraft, alone: boolean): Promise<boolean> => {
    try {
      const version = versionIsKept ? null : await readVersion(database, kept.draft.version).catch(() => null)
      const states = [...(version === null ? [] : [versionFrame(version)]), draftFrame(kept)]
      const { ok } = await (await database.journal()).append({ states, alone })
      versionIsKept ||= ok && version !== null
      return ok
    } catch {
      return false
    }
  }

  const saveTwice = async (change: DraftChange): Promise<DraftSaved> => {
    const saved = await saveDraft(database, inDatabase, change, clock, last.counter)
    if (saved.kind === 'saved') {
      last = inDatabase = saved.kept
      await journal(last, false)
    }
    if (saved.kind !== 'failed') return saved
    const kept = { ...last, draft: changedDraft(last.draft, change, clock), counter: last.counter + 1 }
    if (!(await journal(kept, true))) return { ...saved, unsaved: kept }
    last = kept
    noteBehind(database.name)
    return { kind: 'saved-in-journal', kept, reason: saved.reason }
  }

  const write = async (): Promise<void> => {
    writing = true
    for (let latest = turns.at(-1); latest !== undefined; latest = turns.at(-1)) {
      const taken = turns
      turns = []
      const saved = await saveTwice(latest.change)
      for (const { tell } of taken) tell(saved)
    }
    writing = false
  }

  return {
    save: (change) => {
      const { promise, resolve } = Promise.withResolvers<DraftSaved>()
      turns = [...turns, { change, tell: resolve }]
      if (!writing) void write()
      return promise
    },
    last: () => last,
  }
}
