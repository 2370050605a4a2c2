/** How large the words of a form are on this device: 19, 24 or 30 px at the browser's own setting. */
export type TextSize = 'normal' | 'large' | 'largest'

export const textSizes: readonly TextSize[] = ['normal', 'large', 'largest']

const key = 'text-size'

/** What was chosen on this device, at once: before anything is painted. */
export const keptTextSize = (): TextSize => {
  try {
    const kept = localStorage.getItem(key)
    return textSizes.find((size) => size === kept) ?? 'normal'
  } catch {
    // A browser that keeps nothing has no choice kept.
    return 'normal'
  }
}

/** Keeps the choice, and shows it where a form stands. */
export const keepTextSize = (size: TextSize): void => {
  try {
    localStorage.setItem(key, size)
  } catch {
    // It holds for this screen.
  }
  if (document.documentElement.dataset['textSize'] !== undefined) showTextSize(size)
}

/** Draws the page in the size that was chosen on this device. */
export const showKeptTextSize = (): (() => void) => showTextSize(keptTextSize())

/** Draws the page in that size. Returns how to draw it as it was. */
const showTextSize = (size: TextSize): (() => void) => {
  const { dataset } = document.documentElement
  dataset['textSize'] = size
  return () => delete dataset['textSize']
}
