/** What a language calls itself, with a capital where its script has them: `cy` → `Cymraeg`, `ur` → `اردو`. */
export const ownLanguageName = (code: string): string => {
  const name = namesMissing[code.split('-')[0] ?? code] ?? namedBy(code)
  return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1)
}

/** Chromium and Safari know these in English only. */
const namesMissing: { readonly [code: string]: string } = {
  ckb: 'کوردیی ناوەندی',
  cy: 'Cymraeg',
  ku: 'Kurdî',
  ps: 'پښتو',
  so: 'Soomaali',
  ti: 'ትግርኛ',
}

const namedBy = (code: string): string => {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  } catch {
    // Not a language code at all: shown as it is.
    return code
  }
}
