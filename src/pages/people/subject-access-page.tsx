import { useState } from 'react'
import { filesZip } from '../../export/files-zip.ts'
import type { SubjectAccess } from '../../protocol/subject-access.ts'
import { download } from '../frame/download.ts'
import { useScreen } from '../frame/use-screen.ts'
import button from '../styles/button.module.css'
import { ask } from './ask.ts'
import { heldHtml } from './held-html.ts'
import css from './people.module.css'
import { TextInput } from './text-input.tsx'

/** What is held about one person, as a file to give them. */
export const SubjectAccessPage = () => {
  const [find, setFind] = useState('')
  const [why, setWhy] = useState('')
  const [held, setHeld] = useState<SubjectAccess | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useScreen('What is held about somebody', 'subject-access')

  const look = async (): Promise<void> => {
    const asked = await ask<SubjectAccess>('subject-access', { find, why })
    setProblem(asked.ok ? null : asked.reason)
    setHeld(asked.ok ? asked.value : null)
  }

  return (
    <div className={css.people}>
      <h1 tabIndex={-1}>What is held about somebody</h1>
      <p>
        Whoever gave answers may ask for a copy of all that is held about them. Be sure that it is they who ask. That
        you looked, and why, is written in the log.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <TextInput
          id="find"
          label="Reference, or name"
          hint="The reference on their receipt, like K7TQ-3MXP. Of somebody who was sent a link also the name, the email address or the id, just as it stands in your list."
          autoComplete="off"
          value={find}
          onType={setFind}
        />
        <TextInput
          id="why"
          label="Why you look"
          hint="The number or date of their request. No names."
          autoComplete="off"
          value={why}
          onType={setWhy}
        />
        <button type="submit" className={held === null ? button.primary : button.secondary}>
          Find
        </button>
      </form>
      {problem === null ? null : (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <output>{held === null ? null : <Found held={held} onProblem={setProblem} />}</output>
    </div>
  )
}

const Found = ({
  held,
  onProblem,
}: {
  readonly held: SubjectAccess
  readonly onProblem: (words: string | null) => void
}) => {
  const { responses, listed } = held
  if (responses.length + listed.length === 0)
    return (
      <>
        <h2>Nothing is held</h2>
        <p>Nothing of that reference or name is on the server, in the surveys that you lead.</p>
      </>
    )
  return (
    <>
      <h2>What there is</h2>
      <ul className={css.list}>
        {responses.map(({ reference, survey, revisions, aside, photos, erased }) => (
          <li key={reference}>
            {survey}, reference {reference}:{' '}
            {erased === null
              ? `${counted(revisions.length, 'return')}, ${counted(aside.length, 'thing')} kept aside, ${counted(photos.length, 'photo')}`
              : 'taken out, no answers are left'}
            .
          </li>
        ))}
        {listed.map(({ recipient, survey, member }) => (
          <li key={recipient}>
            {member.name}, in the list of {survey}.
          </li>
        ))}
      </ul>
      <p>
        Read it before you hand it over: what people wrote in their own words, and notes of interviewers, may speak of
        somebody else.
      </p>
      <button
        type="button"
        className={button.primary}
        onClick={() => void save(held).then((missing) => onProblem(missing === 0 ? null : notAll(missing)))}
      >
        Save all of it as a file
      </button>
    </>
  )
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const notAll = (missing: number): string =>
  `${counted(missing, 'photo')} could not be fetched. The file was saved without. Try again when you have a signal.`

/** A ZIP: to read, for a program, and the photos. Tells how many photos could not be fetched. */
const save = async (held: SubjectAccess): Promise<number> => {
  const named = new Set(
    held.responses.flatMap(({ photos }) => photos.filter(({ bytes }) => bytes !== null).map(({ sha256 }) => sha256)),
  )
  const photos: { [name: string]: Uint8Array } = {}
  for (const sha256 of named) {
    const answer = await fetch(`/api/v1/attachments/${sha256}/content`).catch(() => null)
    if (answer?.ok !== true) continue
    const ending = answer.headers.get('content-type') === 'image/png' ? 'png' : 'jpg'
    photos[`photos/${sha256}.${ending}`] = new Uint8Array(await answer.arrayBuffer())
  }
  const files = { 'what-is-held.html': heldHtml(held), 'what-is-held.json': JSON.stringify(held, null, 2), ...photos }
  download('what-is-held.zip', 'application/zip', filesZip(files))
  return named.size - Object.keys(photos).length
}
