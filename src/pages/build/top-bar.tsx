import { useEffect } from 'react'
import { Link } from 'wouter'
import { definitionJson } from '../../export/definition-json.ts'
import { textIn } from '../../survey/text.ts'
import { download } from '../frame/download.ts'
import button from '../styles/button.module.css'
import action from './action.module.css'
import css from './top-bar.module.css'
import { Saved } from './saved.tsx'
import { useDesign, useSession } from './session-context.ts'

/** The survey's name, whether it is saved, Undo and Redo, and the way on to sharing. */
export const TopBar = ({ survey }: { readonly survey: string }) => {
  const session = useSession()
  const { definition, undo, redo } = useDesign()

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) session.redo()
      else session.undo()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [session])

  return (
    <div className={css.top}>
      <h1 tabIndex={-1}>{textIn(definition.title) || 'Survey without a title'}</h1>
      <Saved />
      <div className={button.row}>
        {/* Not `disabled`: a button that is pressed until nothing is left keeps the focus. */}
        <button
          type="button"
          className={button.secondary}
          aria-disabled={undo === null ? true : undefined}
          onClick={session.undo}
        >
          Undo<span className="visually-hidden"> {undo ?? ''}</span>
        </button>
        <button
          type="button"
          className={button.secondary}
          aria-disabled={redo === null ? true : undefined}
          onClick={session.redo}
        >
          Redo<span className="visually-hidden"> {redo ?? ''}</span>
        </button>
        <Link href={`/build/${survey}/try`} className={button.secondary}>
          Try it
        </Link>
        <Link href={`/build/${survey}/languages`} className={action.action}>
          Languages
        </Link>
        <Link href={`/build/${survey}/paper`} className={action.action}>
          Print
        </Link>
        <button
          type="button"
          className={button.quiet}
          onClick={() => download(`${survey}.json`, 'application/json', definitionJson(definition))}
        >
          Save as a file
        </button>
        <Link href={`/build/${survey}/publish`} className={button.secondary}>
          Publish
        </Link>
      </div>
    </div>
  )
}
