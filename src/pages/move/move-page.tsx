import { useState } from 'react'
import { Link } from 'wouter'
import type { DeviceDatabase, KeptDraft } from '../../device/database.ts'
import { readDraft } from '../../device/drafts.ts'
import { listLive } from '../../device/list-designs.ts'
import { moveDraft, undoMove } from '../../device/move-draft.ts'
import type { DraftSaved } from '../../device/save-draft.ts'
import { readVersion } from '../../device/versions.ts'
import type { ResponseId } from '../../response/revision.ts'
import { textIn } from '../../survey/text.ts'
import type { Version } from '../../survey/version.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import css from './move.module.css'
import { WhatMoves } from './what-moves.tsx'

interface Moving {
  readonly kept: KeptDraft
  readonly from: Version
  /** The live version, where it is a later one. */
  readonly to: Version | null
}

/** A form that was begun, moved to the version that is live now: what changes first, then done, and undone again. */
export const MovePage = ({ response }: { readonly response: string }) => {
  const { database, clock } = useDevice()
  const moving = useQuery(readMoving, response)
  const [problem, setProblem] = useState<string | null>(null)
  const heading = moving === null ? '' : headingOf(moving)
  useScreen(heading, moving === null ? null : heading)
  if (moving === null) return null

  const told = (saved: DraftSaved | null): void => {
    setProblem(saved?.kind === 'saved' ? null : whyNot(saved))
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  if (moving === 'gone') return <Told title={heading} />
  const { kept, from, to } = moving
  const { movedFrom } = kept.draft
  if (movedFrom !== undefined) {
    return (
      <Told title={heading}>
        {problem === null ? null : <Problem words={problem} />}
        <p>Until the next answer is given, it can be put back as it was.</p>
        <div className={button.row}>
          <Link href={`/collect/${response}`} className={button.primary}>
            Continue
          </Link>
          <button
            type="button"
            className={button.secondary}
            onClick={() => void undoMove(database, kept, clock).then(told)}
          >
            Undo the move
          </button>
        </div>
      </Told>
    )
  }
  if (to === null) return <Told title={heading} />
  return (
    <div className={css.move}>
      <h1 tabIndex={-1}>{heading}</h1>
      {problem === null ? null : <Problem words={problem} />}
      <p>
        This form was begun in version {from.number}, and can be finished in it. Version {to.number} is live now.
      </p>
      <WhatMoves draft={kept.draft} from={from} to={to} />
      <div className={button.row}>
        <button
          type="button"
          className={button.primary}
          onClick={() => void moveDraft(database, kept, to, clock).then(told)}
        >
          Move to version {to.number}
        </button>
        <Link href="/" className={button.secondary}>
          Leave it in version {from.number}
        </Link>
      </div>
    </div>
  )
}

const headingOf = (moving: Moving | 'gone'): string => {
  if (moving === 'gone') return 'This form is not on this device'
  const { kept, from, to } = moving
  const title = textIn(from.definition.title)
  if (kept.draft.movedFrom !== undefined) return `‘${title}’ is in version ${from.number} now`
  return to === null ? `‘${title}’ is in the version that is live` : `Move ‘${title}’ to version ${to.number}`
}

const Told = ({ title, children }: { readonly title: string; readonly children?: React.ReactNode }) => (
  <div className={css.move}>
    <h1 tabIndex={-1}>{title}</h1>
    {children}
    <p>
      <Link href="/">Go to Home</Link>
    </p>
  </div>
)

const Problem = ({ words }: { readonly words: string }) => (
  <p role="alert" className={css.problem}>
    {words}
  </p>
)

const whyNot = (saved: Exclude<DraftSaved, { kind: 'saved' }> | null): string => {
  if (saved === null) return 'An answer was given since. It stays in this version.'
  switch (saved.kind) {
    case 'saved-in-journal':
    case 'failed':
      return `Nothing was moved. ${saved.reason}`
    case 'conflict':
      return 'Nothing was moved: this form was changed in another tab since. Close it there, then try again.'
    case 'gone':
      return 'Nothing was moved: this form was sent or deleted in another tab.'
    default:
      return saved satisfies never
  }
}

const readMoving = async (database: DeviceDatabase, response: string): Promise<Moving | 'gone'> => {
  const kept = await readDraft(database, response as ResponseId)
  const from = kept === null ? null : await readVersion(database, kept.draft.version)
  if (kept === null || from === null) return 'gone'
  const live = (await listLive(database)).find(({ survey }) => survey === from.survey)
  return { kept, from, to: live !== undefined && live.number > from.number ? live : null }
}
