import { Link } from 'wouter'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'

/** Why a form can't be opened on this device, and the way out. */
export const CannotOpen = ({ reason }: { readonly reason: string }) => {
  useScreen('This form cannot be opened', 'cannot-open')
  return (
    <>
      <h1 tabIndex={-1}>This form cannot be opened</h1>
      <p>{reason}</p>
      <p>
        <Link href="/" className={button.primary}>
          Go to Home
        </Link>
      </p>
    </>
  )
}
