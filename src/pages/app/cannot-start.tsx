import { useScreen } from '../frame/use-screen.ts'

/** What stands on the screen when this browser would not keep anything: nothing is collected that could be lost. */
export const CannotStart = ({ reason }: { readonly reason: string }) => {
  useScreen('Proforma cannot start', 'cannot-start')
  return (
    <main>
      <h1 tabIndex={-1}>Proforma cannot start</h1>
      <p>{reason}</p>
      <p>Close other tabs of Proforma and open it again. A private window keeps nothing: use an ordinary one.</p>
    </main>
  )
}
