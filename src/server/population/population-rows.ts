import type { EventKind, RecipientId } from '../../population/ledger.ts'
import type { SurveyId } from '../../survey/ids.ts'

/** Who is asked and how it stands, as queries see it. */
export interface PopulationTables {
  readonly population: PopulationRow
  readonly recipient: RecipientRow
  readonly recipient_event: RecipientEventRow
  readonly recipient_link: RecipientLinkRow
  readonly recipient_draft: RecipientDraftRow
  readonly recipient_return: RecipientReturnRow
}

interface PopulationRow {
  readonly survey: SurveyId
  readonly closes: string | null
  readonly may_amend: number
  /** The record of the draw, as JSON. */
  readonly draw: string | null
  /** How many returns each may bring. */
  readonly most_each: number
}

export interface RecipientRow {
  readonly id: RecipientId
  readonly survey: SurveyId
  readonly position: number
  /** Its id in the list. */
  readonly unit: string
  readonly name: string
  readonly contact: string
  readonly email: string
  readonly language: string
  /** As JSON. */
  readonly strata: string
  readonly asked: number
  /** An open link, and how many returns it may bring; null for one of those named. */
  readonly most_returns: number | null
}

interface RecipientEventRow {
  readonly recipient: RecipientId
  /** 1, 2, 3, … of that recipient. */
  readonly number: number
  readonly kind: EventKind
  readonly at: string
  readonly detail: string
}

/** The token itself is nowhere. */
interface RecipientLinkRow {
  readonly sha256: string
  readonly recipient: RecipientId
  readonly made_at: string
  readonly ended_at: string | null
}

/** Answers on their way: gone with the return. */
interface RecipientDraftRow {
  readonly recipient: RecipientId
  /** Goes up with each save. */
  readonly number: number
  readonly saved_at: string
  readonly content: string
}

/** Which responses stand under whose name. Whether one was returned is said by the returns themselves. */
interface RecipientReturnRow {
  readonly response: string
  readonly recipient: RecipientId
  readonly way: 'link' | 'paper'
  readonly noted_at: string
}
