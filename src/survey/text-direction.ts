/** survey-core lacks Urdu among its right-to-left languages, so the list is ours. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way a language is written, by its code: `ur`, `ar-EG`. */
export const textDirection = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0] ?? language) ? 'rtl' : 'ltr'
