/** Fills the screen, where the browser does: only on a tap or a key. Safari of an iPhone never does. */
export const fillScreen = (): void => {
  const { documentElement } = document
  if (typeof documentElement.requestFullscreen !== 'function') return
  documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined)
}
