import type { Definition } from './definition.ts'
import type { SurveyId, VersionId } from './ids.ts'
import type { Json } from './json.ts'
import { publishable } from './publishable.ts'
import { digest } from './sha256.ts'

/** A frozen, numbered definition: what people answer, and what their answers are read with for ever after. */
export interface Version {
  readonly id: VersionId
  readonly survey: SurveyId
  /** 1 for the first published, then 2, 3, …: how people speak of it. */
  readonly number: number
  /** ISO 8601, UTC. A clock's word, not part of the identity. */
  readonly publishedAt: string
  readonly definition: Definition
}

/** The identity of a definition: equal wording, order and routing give the equal id on every machine. */
export const versionId = (definition: Definition): VersionId => digest(definition as unknown as Json) as VersionId

/**
 * Freezes a draft as the version that follows `previous`, without what only the draft remembers; publishing the same
 * again gives `previous` itself.
 */
export const publish = (draft: Definition, previous: Version | null, now: Date): Version => {
  const definition = publishable(draft)
  const id = versionId(definition)
  if (previous?.id === id) return previous
  return {
    id,
    survey: definition.proforma.id,
    number: (previous?.number ?? 0) + 1,
    publishedAt: now.toISOString(),
    definition,
  }
}
