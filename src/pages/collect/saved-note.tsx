import type { DraftReturned } from '../../device/return-draft.ts'
import type { DraftSaved } from '../../device/save-draft.ts'
import { clockTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import css from './form.module.css'
import { words } from './words.ts'

/** How the last save went. `at` is when it was on the disk. */
export type Saved =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | Exclude<DraftSaved, { kind: 'saved' }>
  | Exclude<DraftReturned, { kind: 'returned' }>

/** Says quietly that all is saved, and aloud only when it is not. */
export const SavedNote = ({ saved }: { readonly saved: Saved }) => {
  switch (saved.kind) {
    case 'saving':
      return <p className={css.saved}>{words.saving}</p>
    case 'saved':
      return <p className={css.saved}>{words.saved(clockTime(new Date(saved.at)))}</p>
    case 'failed':
      return (
        <Alert>
          The last answer is not saved. {saved.reason} Keep this page open, and write the last answer down if you have
          to leave it.
        </Alert>
      )
    case 'conflict':
      return (
        <Alert>
          This form was changed in another tab since. What you typed here is not saved.{' '}
          <button type="button" className={button.quiet} onClick={() => location.reload()}>
            Show the newer answers
          </button>
        </Alert>
      )
    case 'gone':
      return <Alert>This form was sent or deleted in another tab. What is typed here is no longer saved.</Alert>
    default:
      return saved satisfies never
  }
}

const Alert = ({ children }: { readonly children: React.ReactNode }) => (
  <p role="alert" className={css.notSaved}>
    {children}
  </p>
)
