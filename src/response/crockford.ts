/** Crockford's base 32: no letter in it is taken for a figure. */
export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What was typed, in capitals and without spaces and dashes; the letter O is read as 0, I and L as 1. */
export const plainCrockford = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
