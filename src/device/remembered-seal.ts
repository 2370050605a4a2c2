const keyOf = (name: string): string => `proforma-seal-${name}`

/**
 * Remembers beside the database of that name the key that returns are sealed to: it holds too while the database cannot be
 * read, and after the browser has emptied it.
 */
export const rememberSealTo = (name: string, sealTo: string): void => {
  try {
    localStorage.setItem(keyOf(name), sealTo)
  } catch {
    // The database has it.
  }
}

export const rememberedSealTo = (name: string): string | null => {
  try {
    return localStorage.getItem(keyOf(name))
  } catch {
    return null
  }
}

/** Whoever signs the tablet out ends its sealing too. */
export const forgetSealTo = (name: string): void => {
  try {
    localStorage.removeItem(keyOf(name))
  } catch {
    // It was never remembered.
  }
}
