import { isPublishedVersion, isStanding } from '../protocol/check-publish.ts'
import type { NotPublished } from '../protocol/refusals.ts'
import { limits } from '../survey/limits.ts'
import { hasOutline } from '../survey/outline.ts'
import type { Standing } from '../survey/standing.ts'
import { type Version, versionId } from '../survey/version.ts'

export type Judged<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: NotPublished }

/** Decides from its content alone, before anything is written, whether a version may be published. */
export const judgeVersion = (value: unknown): Judged<Version> => {
  if (!isPublishedVersion(value) || !hasOutline(value.definition)) return refused('not-a-version')
  const { definition } = value
  if (JSON.stringify(definition).length > limits.bytes) return refused('too-large')
  const id = idOf(value)
  if (id === null) return refused('not-a-version')
  if (id !== value.id) return refused('wrong-digest')
  return definition.proforma.id === value.survey ? { ok: true, value } : refused('wrong-survey')
}

/** Whether a standing can be read. What it names is asked of the database. */
export const judgeStanding = (value: unknown): Judged<Standing> =>
  isStanding(value) ? { ok: true, value } : refused('not-a-standing')

const refused = (reason: NotPublished): { readonly ok: false; readonly reason: NotPublished } => ({ ok: false, reason })

/** A lone surrogate has no UTF-8 and so no digest: a text cut through the middle of an emoji. */
const idOf = ({ definition }: Version): string | null => {
  try {
    return versionId(definition)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
