/** `safe` for a spreadsheet; `raw`, byte for byte, for R and the like, never to be opened in a spreadsheet. */
export type CsvSafety = 'safe' | 'raw'

/**
 * Text as one CSV cell (RFC 4180). What a spreadsheet would take for a formula gets a leading apostrophe: quoting alone
 * does not stop it from being worked out on opening. Numbers are written as they are, never through here.
 *
 * @example csvCell('=1+1') // "'=1+1"
 * @example csvCell('a "b", c') // '"a ""b"", c"'
 */
export const csvCell = (text: string): string => rawCsvCell(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Text as one CSV cell (RFC 4180), as it is. */
export const rawCsvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
