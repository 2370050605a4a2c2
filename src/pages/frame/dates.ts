const localDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false })

/** A moment as the clock on the wall here shows it: `14:32`. */
export const clockTime = (moment: Date): string => time.format(moment)

/** `14:32` for a moment of today, `23 November 2026, 14:32` for any other. */
export const dayAndTime = (moment: Date, now: Date): string =>
  localDay.format(moment) === localDay.format(now)
    ? clockTime(moment)
    : `${localDay.format(moment)}, ${clockTime(moment)}`

/** The day of a moment here: `23 November 2026`. */
export const localDayOf = (moment: Date): string => localDay.format(moment)
