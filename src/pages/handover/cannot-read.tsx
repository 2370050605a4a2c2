import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'

/** Where it can't be told whether a family has the tablet, nobody is let in. */
export const CannotRead = () => {
  useScreen('This tablet is waiting', 'cannot-read')
  return (
    <>
      <h1 tabIndex={-1}>This tablet is waiting</h1>
      <p>Ask a member of staff. What was answered before is not touched.</p>
      <p>For staff: the storage of this browser could not be read. Close other tabs of Proforma, then try again.</p>
      <button type="button" className={button.primary} onClick={() => location.reload()}>
        Try again
      </button>
    </>
  )
}
