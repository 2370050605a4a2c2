import { useLayoutEffect } from 'react'
import { showKeptTextSize } from './text-size.ts'

/** Draws the screen that calls it in the text size that was chosen on this device, for as long as it stands. */
export const useFormTextSize = (): void => {
  useLayoutEffect(() => showKeptTextSize(), [])
}
