import { Link } from 'wouter'
import { useScreen } from '../frame/use-screen.ts'

export const NotFound = () => {
  useScreen('Nothing at this address', 'not-found')
  return (
    <>
      <h1 tabIndex={-1}>There is nothing at this address</h1>
      <p>
        <Link href="/">Go to Home</Link>
      </p>
    </>
  )
}
