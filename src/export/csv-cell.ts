/**
 * Text as one CSV cell (RFC 4180). What a spreadsheet would take for a formula gets a leading apostrophe: quoting alone
 * does not stop it from being worked out on opening. Numbers are written as they are, never through here.
 *
 * @example csvCell('=1+1') // "'=1+1"
 * @example csvCell('a "b", c') // '"a ""b"", c"'
 */
export const csvCell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
