import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { KeptDraft } from '../../device/database.ts'
import { deleteDraft } from '../../device/drafts.ts'
import { isEmptyAnswer } from '../../response/answers.ts'
import type { Draft } from '../../response/draft.ts'
import { progressOf } from '../../response/progress.ts'
import type { Version } from '../../survey/version.ts'
import { ownLanguageName } from '../../survey/own-language-name.ts'
import { textIn } from '../../survey/text.ts'
import { useDevice } from '../app/device-context.ts'
import { dayAndTime } from '../frame/dates.ts'
import button from '../styles/button.module.css'
import { HandAgain } from './hand-again.tsx'
import css from './home.module.css'
import { More } from './more.tsx'

interface DraftListProps {
  readonly drafts: readonly KeptDraft[]
  readonly versions: readonly Version[]
  /** Of each survey the version that is live. */
  readonly live: readonly Version[]
}

/** Forms that were begun and not sent, the last one first. */
export const DraftList = ({ drafts, versions, live }: DraftListProps) => (
  <section aria-labelledby="begun">
    <h2 id="begun">Carry on</h2>
    <ul className={css.cards}>
      {drafts.map((kept, index) => (
        <DraftCard
          key={kept.draft.response}
          kept={kept}
          version={versions.find(({ id }) => id === kept.draft.version) ?? null}
          newer={newerOf(kept.draft, versions, live)}
          primary={index === 0}
        />
      ))}
    </ul>
  </section>
)

/** The live version of a draft's survey, where that is a later one than the draft's own. */
const newerOf = (
  { survey, version }: Draft,
  versions: readonly Version[],
  live: readonly Version[],
): Version | undefined => {
  const own = versions.find(({ id }) => id === version)?.number ?? 0
  return live.find((each) => each.survey === survey && each.number > own)
}

const ways: { readonly [W in Draft['way']]: string } = {
  family: 'For a family',
  interviewer: 'An interview',
  link: 'Filled in alone',
  paper: 'From paper',
}

interface DraftCardProps {
  readonly kept: KeptDraft
  /** Null where this device does not have it. */
  readonly version: Version | null
  readonly newer: Version | undefined
  readonly primary: boolean
}

const DraftCard = ({ kept, version, newer, primary }: DraftCardProps) => {
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
  const title = version === null ? draft.survey : textIn(version.definition.title)
  const saved = dayAndTime(new Date(draft.savedAt), clock())
  return (
    <li className={css.card}>
      <div>
        <h3>{title}</h3>
        <p className={css.facts}>
          {ways[draft.way]}
          {draft.language === 'default' ? null : (
            <>
              , <bdi lang={draft.language}>{ownLanguageName(draft.language)}</bdi>
            </>
          )}
          . {progressWords(draft, version)} Saved on this device {saved}.
        </p>
        {draft.way === 'family' ? (
          <p className={css.facts}>Continue opens it for you. Handed over, the tablet stays on it until your PIN.</p>
        ) : null}
      </div>
      <div className={button.row}>
        <Link
          href={`/collect/${draft.response}`}
          className={primary ? button.primary : button.secondary}
          aria-label={`Continue ${title}, saved ${saved}`}
        >
          Continue
        </Link>
        {newer === undefined && draft.movedFrom === undefined ? null : (
          <Link href={`/move/${draft.response}`} className={css.action}>
            {draft.movedFrom === undefined ? `Move to version ${newer?.number}` : `Moved to version ${version?.number}`}
            <span className="visually-hidden">: {title}</span>
          </Link>
        )}
        {draft.way === 'family' ? <HandAgain response={draft.response} title={title} /> : null}
      </div>
      <More about={`${title}, saved ${saved}`}>
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
      </More>
    </li>
  )
}

/** How far it got, and what keeps it from being sent. */
const progressWords = (draft: Draft, version: Version | null): string => {
  const progress = version === null ? null : progressOf(draft, version.definition)
  if (progress === null) {
    const answered = Object.values(draft.answers).filter((answer) => !isEmptyAnswer(answer)).length
    return answered === 1 ? '1 question answered.' : `${answered} questions answered.`
  }
  const { answered, of, toAnswer } = progress
  return `${answered} of ${of} answered.${toAnswer === 0 ? '' : ` ${toAnswer} to answer before it can be sent.`}`
}
