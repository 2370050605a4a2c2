import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { screenOnDemand } from '../app/screen-on-demand.tsx'
import button from '../styles/button.module.css'
import css from './home.module.css'

/** Comes when it is asked for: Home itself stays small. */
const RenameForm = screenOnDemand(
  async () => (await import('./rename-form.tsx')).RenameForm,
  () => null,
)

interface ManageSurveyProps {
  readonly id: SurveyId
  readonly title: string
  /** Whether people answer it now: then they see a new title only once it is published. */
  readonly isLive: boolean
}

/** What is done to a whole survey: renamed, copied, put away. Nothing of it touches an answer. */
export const ManageSurvey = ({ id, title, isLive }: ManageSurveyProps) => {
  const { database, clock, newId } = useDevice()
  const [renaming, setRenaming] = useState<boolean | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [told, setTold] = useState('')

  // The field goes away with what was pressed in it.
  useEffect(() => {
    if (renaming === false) opener.current?.focus()
  }, [renaming])

  /** What does it comes when it is asked for, too. */
  const manage = async (act: 'copy' | 'away' | { readonly title: string }): Promise<void> => {
    const { manageDesign } = await import('./manage-design.ts')
    const failed = await manageDesign(act, database, id, clock, newId)
    setProblem(failed)
    if (failed === null) setRenaming(false)
    if (failed === null && typeof act === 'object' && isLive)
      setTold(`Renamed ‘${act.title}’. People see it once you publish it.`)
    // The card goes away with what was pressed.
    if (failed === null && act === 'away') document.querySelector<HTMLElement>('main h1')?.focus()
  }

  return (
    <div className={css.manage}>
      <output className={css.told}>{told}</output>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      {renaming ? (
        <RenameForm title={title} rename={(words) => manage({ title: words })} close={() => setRenaming(false)} />
      ) : (
        <>
          {isLive ? (
            <>
              <Link href={`/send/${id}`} className={css.action}>
                Send<span className="visually-hidden"> {title}</span>
              </Link>
              <Link href={`/returns/${id}`} className={css.action}>
                Returns<span className="visually-hidden"> of {title}</span>
              </Link>
              <Link href={`/retention/${id}`} className={css.action}>
                How long answers are kept<span className="visually-hidden">, {title}</span>
              </Link>
            </>
          ) : null}
          <button ref={opener} type="button" className={button.quiet} onClick={() => setRenaming(true)}>
            Rename<span className="visually-hidden"> {title}</span>
          </button>
          <button type="button" className={button.quiet} onClick={() => void manage('copy')}>
            Copy<span className="visually-hidden"> {title}</span>
          </button>
          <button type="button" className={button.quiet} onClick={() => void manage('away')}>
            Put away<span className="visually-hidden"> {title}</span>
          </button>
        </>
      )}
    </div>
  )
}
