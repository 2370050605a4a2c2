import type { KeptAside } from './refusals.ts'

/** Characters: of what came, a lead is shown the beginning; of a reason, that is all there may be. */
export const asideLimits = { content: 20_000, because: 200, entries: 50 } as const

/** One thing that the server could not count, as the lead sees it. */
export interface AsideEntry {
  /** Names it: the SHA-256 of what came. */
  readonly sha256: string
  readonly reason: KeptAside
  readonly times: number
  readonly firstAt: string
  readonly lastAt: string
  /** What came, JSON text: its beginning where `characters` is more. */
  readonly content: string
  readonly characters: number
  /** That somebody decided not to count it, when and why; null as long as nobody has. */
  readonly rejected: { readonly at: string; readonly because: string } | null
}

/**
 * Server → lead: `GET /api/v1/aside?survey=`, what is kept aside of the surveys that they lead, or of that one, the first to
 * arrive first; `more` where that is not all.
 */
export interface AsideAnswer {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  readonly aside: readonly AsideEntry[]
  readonly more: boolean
  /** How much there is of each survey, as far as it is known of which; null: of none. An older server does not say. */
  readonly bySurvey?: readonly AsideOfSurvey[]
}

export interface AsideOfSurvey {
  readonly survey: string | null
  /** That nobody has decided about. */
  readonly waiting: number
  readonly rejected: number
}

/**
 * Lead → server: `POST /api/v1/aside`. `take` counts it if it fits by now; `reject` decides that it is not to be counted,
 * whatever comes, and says why: the device that made it is told with its next inventory.
 */
export type AsideDecision = { readonly protocol: number; readonly sha256: string } & (
  | { readonly what: 'take' }
  | { readonly what: 'reject'; readonly because: string }
)

/** What became of it. `aside`: it still can't be counted, for that reason. `gone`: it is not kept aside any more. */
export interface AsideDecided {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  readonly became: 'stored' | 'known' | 'erased' | 'aside' | 'rejected' | 'gone'
  readonly reason: KeptAside | null
}
