import { Link } from 'wouter'
import { useReadable } from '../app/use-readable.ts'
import { clockTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import css from './saved.module.css'
import told from './told.module.css'
import { useKeeper } from './keeper-context.ts'

/** Whether what was done is kept: quiet as long as it is, aloud when it is not. */
export const Saved = () => {
  const { save, saving } = useKeeper()
  const saved = useReadable(saving)
  switch (saved.kind) {
    case 'saving':
      return <p className={css.saved}>Saving</p>
    case 'saved':
      return <p className={css.saved}>Saved on this device {clockTime(new Date(saved.at))}</p>
    case 'failed':
      return (
        <p role="alert" className={told.notSaved}>
          The last change is not saved. {saved.reason}{' '}
          <button type="button" className={button.quiet} onClick={() => void save()}>
            Try again
          </button>
        </p>
      )
    case 'conflict':
      return (
        <p role="alert" className={told.notSaved}>
          This survey was changed in another tab since. What you change here is not saved.{' '}
          <button type="button" className={button.quiet} onClick={() => location.reload()}>
            Show the newer survey
          </button>
        </p>
      )
    case 'gone':
      return (
        <p role="alert" className={told.notSaved}>
          This survey was deleted in another tab. <Link href="/">Go to Home</Link>
        </p>
      )
    default:
      return saved satisfies never
  }
}
