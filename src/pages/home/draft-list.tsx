import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { KeptDraft } from '../../device/database.ts'
import { deleteDraft } from '../../device/drafts.ts'
import { isEmptyAnswer } from '../../response/answers.ts'
import type { Version } from '../../survey/version.ts'
import { textIn } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import css from './home.module.css'

interface DraftListProps {
  readonly drafts: readonly KeptDraft[]
  readonly versions: readonly Version[]
}

/** Forms that were begun and not sent, the last one first. */
export const DraftList = ({ drafts, versions }: DraftListProps) => (
  <section aria-labelledby="begun">
    <h2 id="begun">Carry on</h2>
    <ul className={css.cards}>
      {drafts.map((kept, index) => (
        <DraftCard key={kept.draft.response} kept={kept} title={titleOf(kept, versions)} primary={index === 0} />
      ))}
    </ul>
  </section>
)

const titleOf = ({ draft }: KeptDraft, versions: readonly Version[]): string => {
  const version = versions.find(({ id }) => id === draft.version)
  return version === undefined ? draft.survey : textIn(version.definition.title)
}

interface DraftCardProps {
  readonly kept: KeptDraft
  readonly title: string
  readonly primary: boolean
}

const DraftCard = ({ kept, title, primary }: DraftCardProps) => {
  const { database, clock } = useDevice()
  const [asking, setAsking] = useState<boolean | null>(null)
  const inItsPlace = useRef<HTMLButtonElement>(null)

  // The button that was pressed goes away: the focus goes to the one that came, which loses nothing.
  useEffect(() => {
    if (asking !== null) inItsPlace.current?.focus()
  }, [asking])

  const deleteForGood = async (): Promise<void> => {
    await deleteDraft(database, draft.response)
    document.querySelector<HTMLElement>('main h1')?.focus()
  }

  const { draft } = kept
  const answered = Object.values(draft.answers).filter((answer) => !isEmptyAnswer(answer)).length
  const saved = dayAndTime(new Date(draft.savedAt), clock())
  return (
    <li className={css.card}>
      <h3>{title}</h3>
      <p className={css.facts}>
        {answered === 1 ? '1 question answered' : `${answered} questions answered`}. Saved on this device {saved}.
      </p>
      <div className={button.row}>
        <Link
          href={`/collect/${draft.response}`}
          className={primary ? button.primary : button.secondary}
          aria-label={`Continue ${title}, saved ${saved}`}
        >
          Continue
        </Link>
        {asking ? (
          <>
            <button type="button" className={button.secondary} onClick={() => void deleteForGood()}>
              Delete these answers for good
            </button>
            <button ref={inItsPlace} type="button" className={button.quiet} onClick={() => setAsking(false)}>
              Keep them
            </button>
          </>
        ) : (
          <button
            ref={inItsPlace}
            type="button"
            className={button.quiet}
            aria-label={`Delete ${title}, saved ${saved}`}
            onClick={() => setAsking(true)}
          >
            Delete
          </button>
        )}
      </div>
    </li>
  )
}
