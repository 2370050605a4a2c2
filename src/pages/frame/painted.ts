/** When the next frame is on the screen. A tab that nobody looks at has no frames. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const later = setTimeout(resolve, 500)
    requestAnimationFrame(() => {
      clearTimeout(later)
      setTimeout(resolve)
    })
  })
