import type { ResponseId } from '../response/revision.ts'
import type { Version } from '../survey/version.ts'
import type { DeviceRow, KeptDraft } from './database.ts'
import { formElement } from './early/page-with-form.ts'
import { type FormRows, readFormRows } from './early/read-form-rows.ts'
import { agrees, readSentinel } from './journal/sentinel.ts'

/** A draft and the version that it was begun in, as they lie in the database. */
export interface EarlyForm {
  readonly kept: KeptDraft
  readonly version: Version
}

/**
 * Reads one form before Dexie has opened the database, while scripts are still on their way: what is needed to draw its
 * first question. Null where there is anything to settle first: no such draft or version, a tablet that is locked for a
 * family, a database that the browser has emptied. Never throws, writes nothing, makes nothing.
 */
export const readFormEarly = async (name: string, response: ResponseId): Promise<EarlyForm | null> => {
  try {
    return ofRows(name, response, await readFormRows(name, response))
  } catch {
    return null
  }
}

/**
 * The form that the service worker put into this page; null where it put none. It read while the page before this one may
 * still have been saving: whoever draws it looks once more at what is kept.
 */
export const takeFormOfPage = (name: string, response: ResponseId): EarlyForm | null => {
  const element = document.getElementById(formElement)
  // Answers stand on the screen, and nowhere else in the page.
  element?.remove()
  try {
    return element === null ? null : ofRows(name, response, JSON.parse(element.textContent) as FormRows)
  } catch {
    return null
  }
}

const ofRows = (name: string, response: ResponseId, rows: FormRows): EarlyForm | null => {
  const { device, lock, kept, version } = rows as {
    readonly device?: DeviceRow
    readonly lock?: unknown
    readonly kept?: KeptDraft
    readonly version?: Version
  }
  if (device === undefined || lock !== undefined || !agrees(readSentinel(name), device)) return null
  return kept?.draft.response !== response || version === undefined ? null : { kept, version }
}
