const form = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** `23 November 2026 at 14:32`, on this device's clock. */
export const dateAndTime = (instant: string): string => form.format(new Date(instant))
