export const msOfDay = 86_400_000

/** Days from 1 January 1970 to an ISO date; NaN where it is none. */
export const dayNumber = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / msOfDay
