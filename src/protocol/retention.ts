/** Months that answers may be kept for, at most: 30 years. */
export const mostMonths = 360

/** Server → lead: `/api/v1/retention/SURVEY`, how long answers are kept and what that comes to. */
export interface Retention {
  /** As it was decided; null where they stay until somebody takes them out. */
  readonly months: number | null
  /** How many answers the server has. */
  readonly answers: number
  /** How many of them go on which day, `2027-05-01`, the first day first: by the months that were asked about, or decided. */
  readonly goes: readonly { readonly on: string; readonly answers: number }[]
}
