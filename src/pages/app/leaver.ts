/**
 * Ends this page for good and begins a fresh one: what a person could have read or brought back (screen, undo, what was
 * half typed, the page kept for the back button) goes with the old one. Only the first call counts.
 */
export const leaver = (root: { readonly unmount: () => void }): ((address: string) => void) => {
  let left = false
  return (address) => {
    if (left) return
    left = true
    root.unmount()
    location.replace(address)
  }
}
