import button from '../styles/button.module.css'
import css from './notice.module.css'
import { useDesign, useSession } from './session-context.ts'

/** What was just done, read aloud, with Undo beside it. It stays until the next thing is done. */
export const Notice = () => {
  const session = useSession()
  const { said } = useDesign()
  return (
    <div className={css.notice} data-empty={said === null ? 'true' : undefined}>
      {/* The box stays, so that a screen reader listens to it; what is said in it is new each time. */}
      <output>
        <span key={said?.count}>{said?.text ?? ''}</span>
      </output>
      {said?.undoable ? (
        <button type="button" className={button.quiet} onClick={session.undo}>
          Undo
        </button>
      ) : null}
    </div>
  )
}
