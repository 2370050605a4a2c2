/** A closing day as letters say it: `18 December 2026`; empty where there is none. */
export const closesInWords = (closes: string | null): string =>
  closes === null
    ? ''
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${closes}T12:00:00Z`))
