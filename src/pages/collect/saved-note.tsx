import type { DraftReturned } from '../../device/return-draft.ts'
import type { DraftSaved } from '../../device/save-draft.ts'
import button from '../styles/button.module.css'
import type { Version } from '../../survey/version.ts'
import { KeepAsFile } from './keep-as-file.tsx'
import css from './form.module.css'
import { useWords } from './words.ts'

/** How the last save went. `at` is when it was on the disk. */
export type Saved =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | Exclude<DraftSaved, { kind: 'saved' }>
  | Exclude<DraftReturned, { kind: 'returned' }>

interface SavedNoteProps {
  readonly saved: Saved
  readonly version: Version
}

/** Says quietly that all is saved, and aloud only when it is not. */
export const SavedNote = ({ saved, version }: SavedNoteProps) => {
  const { say, time } = useWords()
  switch (saved.kind) {
    case 'saving':
      return <p className={css.saved}>{say('saving')}</p>
    case 'saved':
      return <p className={css.saved}>{say('saved', { time: time(new Date(saved.at)) })}</p>
    case 'failed':
      return (
        <>
          <Alert>{say('notSaved', { reason: saved.reason })}</Alert>
          {'unsaved' in saved ? <KeepAsFile unsaved={saved.unsaved} version={version} /> : null}
        </>
      )
    case 'saved-in-journal':
      return (
        <Alert>
          The last answer is saved on this device, but as a second copy only. {saved.reason} Send these answers soon.
        </Alert>
      )
    case 'conflict':
      return (
        <Alert>
          {say('changedElsewhere')}{' '}
          <button type="button" className={button.quiet} onClick={() => location.reload()}>
            {say('showNewer')}
          </button>
        </Alert>
      )
    case 'gone':
      return <Alert>{say('goneElsewhere')}</Alert>
    default:
      return saved satisfies never
  }
}

const Alert = ({ children }: { readonly children: React.ReactNode }) => (
  <p role="alert" className={css.notSaved}>
    {children}
  </p>
)
