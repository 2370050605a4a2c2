import type { KeyboardEvent } from 'react'

/**
 * For a list to pick from that acts at once. Outside macOS, an arrow or a letter picks an entry of a closed list without
 * showing it: the first arrow would already act. So the list opens, and acts when something is taken from it.
 */
export const openByKey = (event: KeyboardEvent<HTMLSelectElement>): void => {
  const picks = event.key.startsWith('Arrow') || ['Home', 'End', 'PageUp', 'PageDown'].includes(event.key)
  const isLetter = event.key.length === 1 && event.key !== ' '
  if ((!picks && !isLetter) || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  event.currentTarget.showPicker()
}
