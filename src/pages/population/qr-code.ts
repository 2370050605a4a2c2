import { renderSVG } from 'uqr'

/**
 * A link as a QR code: an SVG image, with the quiet zone of four modules that cameras need beside other print, and
 * mended by them where up to 15 % is smudged. Source: ISO/IEC 18004:2015, clauses 5.3.8 and 5.4.1.
 */
export const qrCode = (link: string): string => renderSVG(link, { border: 4, ecc: 'M' })
