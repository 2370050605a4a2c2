import type { ItemId } from '../survey/ids.ts'

/**
 * Why an item holds what it holds. Every item of every response has exactly one.
 * - `answered`: an answer was given; Not sure is an answer
 * - `blank`: asked, and left empty: item non-response
 * - `not-asked`: routed past
 * - `not-in-version`: the version that was filled in did not have it
 * - `refused`: the respondent said they would rather not say
 * - `dont-know`: the respondent said they did not know
 */
export const itemStatuses = ['answered', 'blank', 'not-asked', 'not-in-version', 'refused', 'dont-know'] as const

export type ItemStatus = (typeof itemStatuses)[number]

/** The status of each item of the version that was filled in. An item that is missing here is `not-in-version`. */
export type Statuses = { readonly [item: ItemId]: ItemStatus }

export const statusOf = (statuses: Statuses, item: ItemId): ItemStatus =>
  Object.hasOwn(statuses, item) ? (statuses[item] ?? 'not-in-version') : 'not-in-version'
