/** What a language calls itself, with a capital where its script has them: `cy` → `Cymraeg`, `ur` → `اردو`. */
export const ownLanguageName = (code: string): string => {
  const name = namedBy(code)
  return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1)
}

const namedBy = (code: string): string => {
  try {
    return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  } catch {
    // Not a language code at all: shown as it is.
    return code
  }
}
